import type * as shape from '@waymark/contract/people.ts'
import type { z } from 'zod'
import type { Membership } from './store/memberships.ts'
import type { School } from './store/schools.ts'

/** Stored things as the contract shows them. */

export const showSchool = ({
  id,
  slug,
  name,
  time_zone,
  locale,
  is_sample,
}: School): z.input<typeof shape.School> => ({
  id,
  slug,
  name,
  time_zone,
  locale,
  is_sample,
})

export const showMembership = (
  { id, user_id, role, scope, school_id, valid_from, valid_until }: Membership,
  school_name: string | null,
): z.input<typeof shape.Membership> => ({
  id,
  user_id,
  role,
  scope,
  school_id,
  school_name,
  valid_from: valid_from.toISOString(),
  valid_until: valid_until?.toISOString() ?? null,
})
