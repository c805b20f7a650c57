// Made from the migrations by `npm run gen`.
import type { Generated } from 'kysely'

export interface AdvisorLinksRow {
  id: string
  school_id: string
  advisor_id: string
  student_id: string
  created_at: Date
  ended_at: Date | null
}

export interface AssignmentOverridesRow {
  assignment_id: string
  student_id: string
  school_id: string
  available_from: Date | null
  available_until: Date | null
  extra_attempts: Generated<number>
  excused: Generated<boolean>
  changed_by: string
  changed_at: Date
}

export interface AssignmentStudentsRow {
  assignment_id: string
  student_id: string
  school_id: string
}

export interface AssignmentsRow {
  id: string
  school_id: string
  quiz_id: string
  quiz_version: number
  classroom_id: string
  for_named_students: Generated<boolean>
  available_from: Date
  available_until: Date | null
  settings: unknown
  marks_released_at: Date | null
  answers_released_at: Date | null
  revision: Generated<number>
  published_by: string
  published_at: Date
  changed_at: Date
}

export interface AttemptDevicesRow {
  attempt_id: string
  device_id: string
  school_id: string
  label: string
  epochs: unknown
  accepted_through: Generated<number>
  beyond: Generated<unknown>
  chain_head: string
  chain_broken_from: number | null
  first_seen_at: Date
  last_seen_at: Date
}

export interface AttemptEventsRow {
  attempt_id: string
  device_id: string
  device_seq: number
  school_id: string
  ord: number
  writer_epoch: number
  type: string
  position: number | null
  result: string
  reason: string | null
  event: string
  received_at: Date
}

export interface AttemptsRow {
  id: string
  school_id: string
  assignment_id: string | null
  quiz_id: string
  student_id: string
  attempt_number: number
  is_preview: Generated<boolean>
  status: string
  ended_by: string | null
  snapshot: unknown
  snapshot_hash: string
  writer_device_id: string
  writer_epoch: Generated<number>
  started_at: Date
  deadline_at: Date | null
  close_at: Date | null
  ended_at: Date | null
  last_saved_at: Date | null
  event_count: Generated<number>
  kept_event_count: Generated<number>
  thinned_at: Date | null
  share: string | null
  score: string | null
  max_score: string | null
  answered_count: number | null
  pending_count: number | null
  seconds_active: number | null
}

export interface AuditLogsRow {
  id: string
  school_id: string
  happened_at: Date
  actor_id: string | null
  actor_role: string | null
  action: string
  subject_type: string
  subject_id: string | null
  student_id: string | null
  reason: string | null
  details: unknown
  request_id: string
  position: number | null
  previous_hash: string | null
  hash: string | null
}

export interface ClaimRepliesRow {
  school_id: string
  event_id: string
  student_id: string
  competency_id: string
  about_event_id: string | null
  stance: string
  text: string
  occurred_at: Date
  change_no: number
  created_at: Date
}

export interface ClassroomEnrollmentsRow {
  id: string
  classroom_id: string
  student_id: string
  school_id: string
  enrolled_on: string
  ended_on: string | null
}

export interface ClassroomTeachersRow {
  id: string
  classroom_id: string
  user_id: string
  school_id: string
  valid_from: string
  valid_until: string | null
}

export interface ClassroomsRow {
  id: string
  school_id: string
  name: string
  subject: string | null
  year_group: number | null
  academic_year: string | null
  archived_at: Date | null
  created_at: Date
}

export interface CompetenciesRow {
  id: string
  school_id: string
  kind: string
  code: string | null
  title: string
  created_at: Date
  changed_at: Date
}

export interface CompetencyEdgesRow {
  from_id: string
  to_id: string
  kind: string
  school_id: string
  created_at: Date
}

export interface DistrictsRow {
  id: string
  name: string
  created_at: Date
}

export interface EventClaimsRow {
  school_id: string
  event_id: string
  student_id: string
  body_hash: string
  received_at: Date
}

export interface EvidenceRow {
  id: string
  school_id: string
  student_id: string
  competency_id: string | null
  event_id: string
  rule: string
  component: string
  value: string
  weight: number
  item_id: string | null
  mark_id: string | null
  question_version_id: string | null
  attempt_id: string | null
  source: string
  occurred_at: Date
  local_day: string
  marker: string
  actor_id: string | null
  model_version: string | null
  rubric_version: string | null
  try_no: number
  help: string
  excerpt: string | null
  reason: string
  status: string
  superseded_by: string | null
  superseded_reason: string | null
  change_no: number
  superseded_change_no: number | null
  created_at: Date
}

export interface EvidenceHeadsRow {
  student_id: string
  school_id: string
  change_no: number
}

export interface EvidenceWithdrawalsRow {
  student_id: string
  source: string
  subject: string
  subject_id: string
  school_id: string
  cause_id: string
  reason: string
  created_at: Date
  lifted_at: Date | null
}

export interface FilesRow {
  id: string
  school_id: string
  purpose: string
  media_type: string
  size_bytes: number
  sha256: string
  created_at: Date
  delete_after: Date | null
}

export interface GenerationsRow {
  id: string
  school_id: string
  unit_id: string
  quiz_id: string | null
  requested_by: string
  request: unknown
  plan: unknown
  state: string
  step: string | null
  result: unknown
  failure: string | null
  requested_at: Date
  started_at: Date | null
  settled_at: Date | null
}

export interface GuardianLinksRow {
  id: string
  school_id: string
  guardian_id: string
  student_id: string
  relation: string
  created_at: Date
  ended_at: Date | null
}

export interface IdempotencyKeysRow {
  user_id: string
  operation: string
  key: string
  body_hash: string
  status: number | null
  reply: unknown
  created_at: Date
}

export interface InboxRow {
  consumer: string
  message_id: string
  taken_at: Date
}

export interface InvitationsRow {
  id: string
  school_id: string
  email: string | null
  role: string
  scope: string
  token_hash: string
  invited_by: string | null
  accepted_by: string | null
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  withdrawn_at: Date | null
}

export interface LearnerEventsRow {
  event_id: string
  school_id: string
  student_id: string
  event_type: string
  event_version: number
  event_timestamp: Date
  source: string
  event_data: unknown
  classroom_id: string | null
  course_id: string | null
  session_id: string | null
  attempt_id: string | null
  correlation_id: string | null
  causation_id: string | null
  actor_type: string
  actor_id: string | null
  received_at: Date
}

export interface LeasesRow {
  name: string
  holder: string
  until: Date
}

export interface MarksRow {
  id: string
  school_id: string
  attempt_id: string
  position: number
  question_id: string
  question_version_id: string
  try_no: number
  counts: boolean
  answer: string | null
  fraction: string | null
  score: string | null
  max_score: string
  outcome: string
  feedback: Generated<unknown>
  details: Generated<unknown>
  degraded_reasons: Generated<unknown>
  hint_used: Generated<boolean>
  revealed: Generated<boolean>
  seconds: Generated<number>
  awarded: unknown
  marker: string
  marker_version: string
  marked_by: string | null
  marked_at: Date
  superseded_by: string | null
  superseded_at: Date | null
  superseded_reason: string | null
}

export interface MasteryChangeStudentsRow {
  change_id: string
  student_id: string
  school_id: string
  marks: unknown
  applied_at: Date | null
  undone_at: Date | null
}

export interface MasteryChangesRow {
  id: string
  school_id: string
  reason: string
  state: string
  made_by: string
  made_at: Date
  applied_at: Date | null
  undone_by: string | null
  undone_at: Date | null
}

export interface MasteryCurrentRow {
  student_id: string
  competency_id: string
  school_id: string
  version: number
  state: string
  state_reasons: unknown
  probability: number | null
  low: number | null
  high: number | null
  standing: string | null
  last_known: unknown
  would_settle: unknown
  evidence_count: number
  newest_day: string | null
  computed_on: string
  steady_until: string
}

export interface MasteryDaysRow {
  student_id: string
  competency_id: string
  day: string
  school_id: string
  state: string
  probability: number | null
  low: number | null
  high: number | null
  standing: string | null
  evidence_count: number
}

export interface MembershipsRow {
  id: string
  user_id: string
  school_id: string | null
  district_id: string | null
  role: string
  scope: string
  valid_from: Date
  valid_until: Date | null
  created_at: Date
}

export interface OutboxRow {
  id: string
  school_id: string
  topic: string
  version: number
  key: string
  payload: unknown
  created_at: Date
  published_at: Date | null
  tries: Generated<number>
  next_try_at: Date | null
  dead_at: Date | null
  fault: string | null
}

export interface ParameterVersionsRow {
  version: number
  parameters: unknown
  created_at: Date
}

export interface PassagesRow {
  id: string
  school_id: string
  unit_id: string
  document_id: string | null
  ord: number
  kind: string
  locator: unknown
  text: string
  hidden: Generated<boolean>
  ticked: Generated<boolean>
}

export interface PasswordResetsRow {
  id: string
  school_id: string
  user_id: string
  token_hash: string
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

export interface QuestionVersionsRow {
  id: string
  school_id: string
  question_id: string
  version: number
  kind: string
  body: unknown
  tests: Generated<unknown>
  dismissals: Generated<unknown>
  frozen_at: Date | null
  approved_at: Date | null
  approved_by: string | null
  created_by: string
  created_at: Date
  changed_at: Date
}

export interface QuestionsRow {
  id: string
  school_id: string
  unit_id: string
  quiz_id: string
  generation_id: string | null
  derived_from: string | null
  review_state: string
  state_before_rejection: string | null
  rejection_reason: string | null
  ord_before_rejection: number | null
  current_version_id: string
  approved_version_id: string | null
  revision: Generated<number>
  created_by: string
  created_at: Date
  changed_at: Date
}

export interface QuizObjectivesRow {
  quiz_id: string
  competency_id: string
  school_id: string
  ord: number
}

export interface QuizQuestionsRow {
  quiz_id: string
  question_id: string
  school_id: string
  ord: number
}

export interface QuizzesRow {
  id: string
  school_id: string
  unit_id: string
  owner_id: string
  title: string
  year_group: number
  status: string
  status_before_archiving: string | null
  version: Generated<number>
  published_version: number | null
  duration_minutes: number
  dismissals: Generated<unknown>
  revision: Generated<number>
  created_at: Date
  changed_at: Date
  published_at: Date | null
  archived_at: Date | null
}

export interface RefreshTokensRow {
  id: string
  session_id: string
  token_hash: string
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

export interface ResponsesRow {
  attempt_id: string
  position: number
  school_id: string
  question_id: string
  question_version_id: string
  answer: string | null
  answer_device_id: string | null
  answer_epoch: Generated<number>
  answer_seq: Generated<number>
  answered_at: Date | null
  conflict: string | null
  flagged: Generated<boolean>
  tries: Generated<number>
  hint_used: Generated<boolean>
  scaffold_used: Generated<boolean>
  revealed: Generated<boolean>
}

export interface RosterImportsRow {
  id: string
  school_id: string
  state: string
  format: string
  create_classes: boolean
  problems: unknown
  counts: unknown
  created_by: string | null
  created_at: Date
  expires_at: Date
  applied_at: Date | null
}

export interface RosterItemsRow {
  import_id: string
  school_id: string
  line: number
  state: string
  student_id: string | null
  username: string | null
  first_name: string
  last_name: string
  year_group: number | null
  class_names: unknown
  changes: unknown
  notes: unknown
  password_sealed: string | null
  password_hash: string | null
  password_from: string | null
}

export interface SchemaMigrationsRow {
  name: string
  applied_at: Date
}

export interface SchoolSettingsRow {
  school_id: string
  version: number
  settings: unknown
  changed_by: string | null
  changed_at: Date
}

export interface SchoolsRow {
  id: string
  district_id: string | null
  slug: string
  name: string
  time_zone: string
  locale: string
  is_sample: Generated<boolean>
  created_at: Date
}

export interface SessionsRow {
  id: string
  user_id: string
  membership_id: string
  school_id: string
  transport: string
  token_hash: string | null
  user_agent: string | null
  created_at: Date
  last_seen_at: Date
  expires_at: Date
  ended_at: Date | null
  ended_because: string | null
}

export interface SetupTokensRow {
  id: string
  token_hash: string
  created_at: Date
  used_at: Date | null
}

export interface SignInTriesRow {
  id: string
  account_key: string
  address: string
  tried_at: Date
  outcome: string | null
}

export interface SigningKeysRow {
  id: string
  algorithm: string
  public_jwk: unknown
  private_sealed: string
  created_at: Date
  retired_at: Date | null
}

export interface StudentsRow {
  id: string
  school_id: string
  username: string
  external_id: string | null
  year_group: number | null
  grade_level: Generated<number | null>
}

export interface TracerStatesRow {
  student_id: string
  school_id: string
  folded: unknown
  folded_change: number
  parameter_version: number
  version: number
  folded_at: Date
}

export interface UnitDocumentsRow {
  id: string
  school_id: string
  unit_id: string
  filename: string
  file_type: string
  size_bytes: number
  sha256: string | null
  status: string
  refusal_code: string | null
  refusal_message: string | null
  title: string | null
  lesson_number: number | null
  notices: Generated<unknown>
  original_id: string | null
  uploaded_by: string
  revision: Generated<number>
  received_at: Date
  settled_at: Date | null
  deleted_at: Date | null
}

export interface UnitMaterialsRow {
  id: string
  school_id: string
  unit_id: string
  document_id: string | null
  kind: string
  ord: number
  content: unknown
  competency_id: string | null
}

export interface UnitTeachersRow {
  unit_id: string
  user_id: string
  school_id: string
  added_at: Date
}

export interface UnitsRow {
  id: string
  school_id: string
  owner_id: string
  topic_id: string
  title: string
  subject: string
  year_group: number
  half_term: number | null
  academic_year: string | null
  duration_minutes: number | null
  revision: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface UsersRow {
  id: string
  home_school_id: string | null
  email: string | null
  first_name: string
  last_name: string
  password_hash: string | null
  password_changed_at: Date | null
  reset_requested_at: Date | null
  disabled_at: Date | null
  is_sample: Generated<boolean>
  created_at: Date
}

export interface Tables {
  advisor_links: AdvisorLinksRow
  assignment_overrides: AssignmentOverridesRow
  assignment_students: AssignmentStudentsRow
  assignments: AssignmentsRow
  attempt_devices: AttemptDevicesRow
  attempt_events: AttemptEventsRow
  attempts: AttemptsRow
  audit_logs: AuditLogsRow
  claim_replies: ClaimRepliesRow
  classroom_enrollments: ClassroomEnrollmentsRow
  classroom_teachers: ClassroomTeachersRow
  classrooms: ClassroomsRow
  competencies: CompetenciesRow
  competency_edges: CompetencyEdgesRow
  districts: DistrictsRow
  event_claims: EventClaimsRow
  evidence: EvidenceRow
  evidence_heads: EvidenceHeadsRow
  evidence_withdrawals: EvidenceWithdrawalsRow
  files: FilesRow
  generations: GenerationsRow
  guardian_links: GuardianLinksRow
  idempotency_keys: IdempotencyKeysRow
  inbox: InboxRow
  invitations: InvitationsRow
  learner_events: LearnerEventsRow
  leases: LeasesRow
  marks: MarksRow
  mastery_change_students: MasteryChangeStudentsRow
  mastery_changes: MasteryChangesRow
  mastery_current: MasteryCurrentRow
  mastery_days: MasteryDaysRow
  memberships: MembershipsRow
  outbox: OutboxRow
  parameter_versions: ParameterVersionsRow
  passages: PassagesRow
  password_resets: PasswordResetsRow
  question_versions: QuestionVersionsRow
  questions: QuestionsRow
  quiz_objectives: QuizObjectivesRow
  quiz_questions: QuizQuestionsRow
  quizzes: QuizzesRow
  refresh_tokens: RefreshTokensRow
  responses: ResponsesRow
  roster_imports: RosterImportsRow
  roster_items: RosterItemsRow
  schema_migrations: SchemaMigrationsRow
  school_settings: SchoolSettingsRow
  schools: SchoolsRow
  sessions: SessionsRow
  setup_tokens: SetupTokensRow
  sign_in_tries: SignInTriesRow
  signing_keys: SigningKeysRow
  students: StudentsRow
  tracer_states: TracerStatesRow
  unit_documents: UnitDocumentsRow
  unit_materials: UnitMaterialsRow
  unit_teachers: UnitTeachersRow
  units: UnitsRow
  users: UsersRow
}
