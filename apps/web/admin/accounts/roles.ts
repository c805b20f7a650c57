/** Roles a person of the school may hold; services sign in by key and are no accounts of people. */
export const roles = ['student', 'teacher', 'advisor', 'guardian', 'admin'] as const
export type ShownRole = (typeof roles)[number]

/** Roles given to a person by name. Students come by list. */
export const staffRoles = ['teacher', 'advisor', 'guardian', 'admin'] as const
export type StaffRole = (typeof staffRoles)[number]

/** The role a form names; the first one for anything else. */
export const staffRoleOf = (value: FormDataEntryValue | null): StaffRole =>
  staffRoles.find((role) => role === value) ?? staffRoles[0]
