import type { Role } from '@waymark/contract/permissions.ts'

/** Somebody of a school that has nothing to do with any other. */
export const stranger = (role: Role) => ({
  userId: '01900000-0000-7000-8000-000000000001',
  schoolId: '01900000-0000-7000-8000-000000000002',
  role,
})
