import type { Role } from '@waymark/contract/permissions.ts'

let count = 0

/** Somebody of a school that has nothing to do with any other; somebody else each time, so no limit is met. */
export function stranger(role: Role) {
  count += 1
  return {
    userId: `01900000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`,
    schoolId: '01900000-0000-7000-8000-00000000feed',
    role,
  }
}
