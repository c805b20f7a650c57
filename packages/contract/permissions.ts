/**
 * Who may call an endpoint. `roles` is what the server checks before anything else (a signed-in user of
 * another role gets 403); `reach` says which rows of that role's own the verb then looks among
 * (anything beyond it answers 404). The access matrix in docs/generated/access.md is made from this table.
 */
export type Role = 'student' | 'teacher' | 'advisor' | 'guardian' | 'admin' | 'service'

export interface Permission {
  /** `anyone` needs no sign-in; `signed_in` takes every role; a list takes those roles. */
  roles: 'anyone' | 'signed_in' | readonly Role[]
  reach: string
}

export const permissions = {
  open: { roles: 'anyone', reach: 'nothing that belongs to a person' },
  signed_in: { roles: 'signed_in', reach: 'the caller' },
  manage_people: { roles: ['admin'], reach: 'accounts of the own school' },
  see_classes: { roles: ['teacher', 'admin'], reach: 'own classes; an admin: classes of the own school' },
  run_classes: { roles: ['teacher', 'admin'], reach: 'own classes; an admin: classes of the own school' },
  see_student: {
    roles: ['student', 'teacher', 'guardian', 'admin'],
    reach: 'oneself; students of own classes; linked children; with a stated reason, students of the school',
  },
  see_mastery: {
    roles: ['student', 'teacher', 'advisor', 'guardian', 'admin'],
    reach:
      'oneself; students of own classes; assigned advisees; linked children; with a stated reason, students of the school',
  },
  author: {
    roles: ['teacher', 'admin'],
    reach: 'own units and quizzes, those shared with one; an admin: the school',
  },
  set_work: { roles: ['teacher'], reach: 'own quizzes to own classes' },
  see_results: { roles: ['teacher', 'admin'], reach: 'work of own classes' },
  mark_work: { roles: ['teacher'], reach: 'work of own classes' },
  take_quiz: { roles: ['student'], reach: 'work assigned to oneself' },
  own_attempt: { roles: ['student', 'teacher', 'admin'], reach: 'own attempts; an author: own previews' },
  see_audit: { roles: ['admin'], reach: 'the own school' },
  send_events: { roles: ['service', 'teacher', 'student'], reach: 'the own school; own students; oneself' },
  recompute: {
    roles: ['teacher', 'admin'],
    reach:
      'answers of own classes; an admin, with a stated reason: of the school; a change: the own, an admin: any',
  },
  reply: { roles: ['student'], reach: 'claims about oneself' },
  explain: {
    roles: ['student', 'teacher', 'guardian', 'admin'],
    reach: 'evidence about oneself; students of own classes; linked children',
  },
} as const satisfies Record<string, Permission>

export type PermissionName = keyof typeof permissions
