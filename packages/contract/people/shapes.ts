import { z } from 'zod'
import { Day, Id, Instant, typed } from '../endpoint.ts'
import type { Role } from '../permissions.ts'

// ── words of this room ───────────────────────────────────────────────────
export const RoleName = z.enum([
  'student',
  'teacher',
  'advisor',
  'guardian',
  'admin',
  'service',
] as const satisfies readonly Role[])
/** Roles that are given to a person by name; students come by roster, services by key. */
export const StaffRole = z.enum([
  'teacher',
  'advisor',
  'guardian',
  'admin',
] as const satisfies readonly Role[])
export const Scope = z.enum(['school', 'district'])
export const YearGroup = z.number().int().min(1).max(13)
export const Email = z.string().trim().toLowerCase().pipe(z.email().max(254))
export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.string().regex(/^[a-z0-9._-]{3,40}$/, 'must be 3 to 40 of a–z, 0–9, dot, dash or underscore'))
/** A password as typed; its rule depends on whose it is and is checked by the server. */
export const Password = z.string().min(1).max(200)
export const PersonName = typed(100, 1)
export const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'must be 1 to 40 of a–z, 0–9 and dashes'))
export const TimeZone = z.string().min(1).max(64)
export const Locale = z.enum(['en-GB', 'en-US'])

// ── schools ──────────────────────────────────────────────────────────────
/** What a school decides for itself. Every change is a new version; old ones stay. */
export const SchoolSettings = z.strictObject({
  /** Lets learners register themselves. */
  self_registration: z.boolean(),
  /** How the school names a year of study: "Year 8" or "Grade 7". */
  year_naming: z.enum(['year', 'grade']),
  /** How the school names what an answer earns. */
  mark_naming: z.enum(['marks', 'points']),
})
export type SchoolSettings = z.output<typeof SchoolSettings>

export const School = z.object({
  id: Id,
  slug: z.string(),
  name: z.string(),
  time_zone: z.string(),
  locale: Locale,
  is_sample: z.boolean(),
})
export const SettingsVersion = z.object({
  version: z.number().int(),
  school: School,
  settings: SchoolSettings,
  changed_by: Id.nullable(),
  changed_at: Instant,
})
/** `version` is the one the change was made on. */
export const SettingsChange = z.strictObject({
  version: z.number().int().min(1),
  school: z
    .strictObject({ name: typed(200, 1), time_zone: TimeZone, locale: Locale })
    .partial()
    .optional(),
  settings: SchoolSettings.partial().optional(),
})

// ── sign-in ──────────────────────────────────────────────────────────────
const credentials = { password: Password, school: Slug.optional() }
export const SignIn = z.union([
  z.strictObject({ email: typed(254).pipe(z.string().trim().toLowerCase().min(1)), ...credentials }),
  z.strictObject({ username: typed(100).pipe(z.string().trim().toLowerCase().min(1)), ...credentials }),
])
export const SignedInUser = z.object({
  id: Id,
  email: z.string().nullable(),
  first_name: z.string(),
  role: RoleName,
  school_id: Id,
})
export const TokenReply = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  token_type: z.literal('bearer'),
  /** Seconds. */
  expires_in: z.number().int(),
  user: SignedInUser,
})
/** Beside it the reply carries the session cookie. */
export const CookieReply = z.object({ user: SignedInUser, csrf_token: z.string() })
/** Tokens for API clients; for `Accept-Session: cookie` the session cookie and its CSRF token. */
export const SignedIn = z.union([TokenReply, CookieReply])

export const Membership = z.object({
  id: Id,
  user_id: Id,
  role: RoleName,
  scope: Scope,
  /** Null: the role holds in every school of the district. */
  school_id: Id.nullable(),
  school_name: z.string().nullable(),
  valid_from: Instant,
  valid_until: Instant.nullable(),
})
export const Me = z.object({
  user: z.object({
    id: Id,
    email: z.string().nullable(),
    username: z.string().nullable(),
    first_name: z.string(),
    last_name: z.string(),
    year_group: z.number().int().nullable(),
  }),
  role: RoleName,
  membership_id: Id,
  /** Every role the person may switch to, this one included. */
  memberships: z.array(Membership),
  school: School,
  settings: SchoolSettings,
  /** Null for API clients, which need none. */
  csrf_token: z.string().nullable(),
})
export const Session = z.object({
  id: Id,
  transport: z.enum(['cookie', 'token']),
  user_agent: z.string().nullable(),
  created_at: Instant,
  last_seen_at: Instant,
  expires_at: Instant,
  is_this: z.boolean(),
})

// ── accounts ─────────────────────────────────────────────────────────────
export const User = z.object({
  id: Id,
  email: z.string().nullable(),
  username: z.string().nullable(),
  external_id: z.string().nullable(),
  first_name: z.string(),
  last_name: z.string(),
  year_group: z.number().int().nullable(),
  grade_level: z.number().int().nullable(),
  memberships: z.array(Membership.omit({ school_name: true, user_id: true })),
  /** False: another school keeps this account; here only the role can be ended. */
  kept_here: z.boolean(),
  /** False: nobody can sign in with a password yet. */
  has_password: z.boolean(),
  reset_requested_at: Instant.nullable(),
  disabled_at: Instant.nullable(),
  is_sample: z.boolean(),
  created_at: Instant,
})
const studentFields = {
  username: Username,
  year_group: YearGroup.nullable(),
  external_id: typed(100, 1).nullable(),
}
const names = { first_name: PersonName, last_name: PersonName }
/** A student without a user name gets one made from the name. */
export const NewUser = z.union([
  z.strictObject({
    role: z.literal('student'),
    ...names,
    username: studentFields.username.optional(),
    year_group: studentFields.year_group.default(null),
    external_id: studentFields.external_id.default(null),
    password: Password.optional(),
  }),
  z.strictObject({ role: StaffRole, ...names, email: Email, password: Password.optional() }),
])
export const UserChange = z.strictObject({ ...names, ...studentFields, email: Email }).partial()

/** A link that is shown once and kept only as a hash. The path is below the address people use. */
export const OneTimeLink = z.object({ token: z.string(), path: z.string(), expires_at: Instant })

export const Invitation = z.object({
  id: Id,
  email: z.string().nullable(),
  role: StaffRole,
  scope: Scope,
  state: z.enum(['open', 'accepted', 'withdrawn', 'expired']),
  created_at: Instant,
  expires_at: Instant,
})
export const NewInvitation = z.strictObject({
  email: Email.optional(),
  role: StaffRole,
  scope: Scope.default('school'),
})
export const InvitationAcceptance = z.strictObject({
  token: z.string().min(1).max(200),
  /** Needed where the invitation names none. */
  email: Email.optional(),
  password: Password,
  ...names,
})

// ── classes ──────────────────────────────────────────────────────────────
export const PersonOfClass = z.object({ id: Id, first_name: z.string(), last_name: z.string() })
export const Classroom = z.object({
  id: Id,
  name: z.string(),
  subject: z.string().nullable(),
  year_group: z.number().int().nullable(),
  academic_year: z.string().nullable(),
  archived_at: Instant.nullable(),
  teachers: z.array(PersonOfClass),
  /** Enrolled today. */
  student_count: z.number().int(),
})
const classroomFields = {
  name: typed(100, 1),
  subject: typed(100, 1).nullable(),
  year_group: YearGroup.nullable(),
  academic_year: z
    .string()
    .regex(/^\d{4}-\d{2}$/, 'must look like 2026-27')
    .nullable(),
}
/** A teacher's new class is the teacher's own; only an admin names others. */
export const NewClassroom = z.strictObject({
  name: classroomFields.name,
  subject: classroomFields.subject.default(null),
  year_group: classroomFields.year_group.default(null),
  academic_year: classroomFields.academic_year.default(null),
  teacher_ids: z.array(Id).max(20).optional(),
})
export const ClassroomChange = z
  .strictObject({ ...classroomFields, archived: z.boolean(), teacher_ids: z.array(Id).max(20) })
  .partial()
export const ClassroomStudent = z.object({
  id: Id,
  username: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  year_group: z.number().int().nullable(),
  enrolled_on: Day,
  ended_on: Day.nullable(),
  /** False: the account cannot sign in yet, or no longer. */
  can_sign_in: z.boolean(),
})
export const NewEnrolments = z.strictObject({
  student_ids: z.array(Id).max(500).default([]),
  usernames: z.array(Username).max(500).default([]),
  /** First day in the class; today when absent. */
  from: Day.optional(),
})
/** What a student types to sign in; shown once. */
export const StartPassword = z.object({
  student_id: Id,
  username: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  start_password: z.string(),
})

// ── rosters ──────────────────────────────────────────────────────────────
export const RowProblem = z.object({
  line: z.number().int(),
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
})
export const RosterImport = z.object({
  id: Id,
  state: z.enum(['reading', 'ready', 'applying', 'applied', 'refused', 'expired']),
  format: z.literal('students_csv'),
  version: z.string().nullable(),
  counts: z.object({
    rows: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    problems: z.number().int(),
    new_classes: z.array(z.string()),
    ignored_columns: z.array(z.string()),
  }),
  problems: z.array(RowProblem),
  expires_at: Instant,
})
export const RosterItem = z.object({
  line: z.number().int(),
  state: z.enum(['added', 'changed', 'unchanged', 'problem']),
  username: z.string().nullable(),
  first_name: z.string(),
  last_name: z.string(),
  year_group: z.number().int().nullable(),
  classes: z.array(z.string()),
  /** Names of what changes: `year_group`, `classes`. */
  changes: z.array(z.string()),
  /** `same_name`: a student of this name is here already under another user name. */
  notes: z.array(z.string()),
})
export const RosterApplied = z.object({
  import_id: Id,
  state: z.literal('applied'),
  created: z.number().int(),
  updated: z.number().int(),
  /** The printable sheet; only this reply has it. */
  sheet: z.array(StartPassword.extend({ classes: z.array(z.string()) })),
})

// ── audit ────────────────────────────────────────────────────────────────
export const AuditEntry = z.object({
  id: Id,
  happened_at: Instant,
  actor_id: Id.nullable(),
  actor_name: z.string().nullable(),
  actor_role: z.string().nullable(),
  action: z.string(),
  subject_type: z.string(),
  subject_id: z.string().nullable(),
  student_id: Id.nullable(),
  reason: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  /** Place in the school's chain; null until sealed, within a second. */
  position: z.number().int().nullable(),
  hash: z.string().nullable(),
})
/** One look at a student's record, as the student may see it. */
export const AccessLogEntry = z.object({
  happened_at: Instant,
  actor_name: z.string().nullable(),
  actor_role: z.string().nullable(),
  action: z.string(),
  reason: z.string().nullable(),
})
