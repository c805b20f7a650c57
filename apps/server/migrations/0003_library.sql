-- What can be known: one graph of competencies. Objectives and topics of units are made here by the
-- library; other kinds come with later rooms.
create table competencies (
  id uuid primary key,
  school_id uuid not null references schools (id),
  kind text not null check (kind in ('objective', 'topic', 'skill', 'disposition', 'occupational')),
  code text,
  title text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index competencies_school_id on competencies (school_id);
create unique index competencies_code on competencies (school_id, code) where code is not null;

-- An edge of kind broader leads from the narrower competency to the broader one.
create table competency_edges (
  from_id uuid not null references competencies (id) on delete cascade,
  to_id uuid not null references competencies (id) on delete cascade,
  kind text not null check (kind in ('broader', 'prerequisite', 'related', 'aligns')),
  school_id uuid not null references schools (id),
  created_at timestamptz not null,
  primary key (from_id, to_id, kind),
  check (from_id <> to_id)
);
create index competency_edges_school_id on competency_edges (school_id);
create index competency_edges_to_id on competency_edges (to_id);

-- `revision` counts every change of a row and travels as ETag and If-Match.
create table units (
  id uuid primary key,
  school_id uuid not null references schools (id),
  owner_id uuid not null references users (id),
  topic_id uuid not null references competencies (id),
  title text not null,
  subject text not null,
  year_group integer not null check (year_group between 1 and 13),
  half_term integer check (half_term between 1 and 6),
  academic_year text,
  duration_minutes integer check (duration_minutes between 1 and 1000),
  revision integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index units_school_id on units (school_id);
create index units_owner_id on units (owner_id);
create index units_topic_id on units (topic_id);

create table unit_teachers (
  unit_id uuid not null references units (id) on delete cascade,
  user_id uuid not null references users (id),
  school_id uuid not null references schools (id),
  added_at timestamptz not null,
  primary key (unit_id, user_id)
);
create index unit_teachers_school_id on unit_teachers (school_id);
create index unit_teachers_user_id on unit_teachers (user_id);

-- An uploaded file. `original_id` names the private file until the reading ends; after that only the
-- text in passages is left. A deleted document stays while questions cite its passages.
create table unit_documents (
  id uuid primary key,
  school_id uuid not null references schools (id),
  unit_id uuid not null references units (id),
  filename text not null,
  file_type text not null,
  size_bytes bigint not null,
  sha256 text,
  status text not null check (status in ('received', 'checking', 'extracting', 'ready', 'refused')),
  refusal_code text,
  refusal_message text,
  title text,
  lesson_number integer,
  notices jsonb not null default '[]',
  original_id uuid references files (id) on delete set null,
  uploaded_by uuid not null references users (id),
  revision integer not null default 1,
  received_at timestamptz not null,
  settled_at timestamptz,
  deleted_at timestamptz
);
create index unit_documents_school_id on unit_documents (school_id);
create index unit_documents_unit_id on unit_documents (unit_id);
create index unit_documents_uploaded_by on unit_documents (uploaded_by);
create index unit_documents_original_id on unit_documents (original_id);
create unique index unit_documents_sha256 on unit_documents (unit_id, sha256)
  where deleted_at is null and status <> 'refused';

-- A citable piece of text. Never changed once written: a correction by a teacher is a further passage.
-- document_id is null for what a teacher typed straight into the unit.
create table passages (
  id uuid primary key,
  school_id uuid not null references schools (id),
  unit_id uuid not null references units (id),
  document_id uuid references unit_documents (id),
  ord integer not null,
  kind text not null check (kind in
    ('heading', 'paragraph', 'list_item', 'table_row', 'code', 'picture', 'notes', 'typed')),
  locator jsonb not null,
  text text not null,
  hidden boolean not null default false,
  ticked boolean not null default false
);
create index passages_school_id on passages (school_id);
create index passages_unit_id on passages (unit_id);
create index passages_document_id on passages (document_id, ord);

-- What was found in the passages, as the teacher left it. `content` is one shape per kind
-- (apps/server/library/materials/material.ts).
create table unit_materials (
  id uuid primary key,
  school_id uuid not null references schools (id),
  unit_id uuid not null references units (id),
  document_id uuid references unit_documents (id),
  kind text not null check (kind in ('objective', 'vocabulary', 'step_list', 'misconception',
    'activity', 'code_block', 'existing_question', 'picture')),
  ord integer not null,
  content jsonb not null,
  competency_id uuid references competencies (id)
);
create index unit_materials_school_id on unit_materials (school_id);
create index unit_materials_unit_id on unit_materials (unit_id, kind);
create index unit_materials_document_id on unit_materials (document_id);
create index unit_materials_competency_id on unit_materials (competency_id);

-- `version` counts what was published: a change after publishing makes the next one.
create table quizzes (
  id uuid primary key,
  school_id uuid not null references schools (id),
  unit_id uuid not null references units (id),
  owner_id uuid not null references users (id),
  title text not null,
  year_group integer not null check (year_group between 1 and 13),
  status text not null check (status in ('draft', 'review', 'published', 'archived')),
  status_before_archiving text check (status_before_archiving in ('draft', 'review', 'published')),
  version integer not null default 1,
  published_version integer,
  duration_minutes integer not null check (duration_minutes between 5 and 120),
  dismissals jsonb not null default '[]',
  revision integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  archived_at timestamptz
);
create index quizzes_school_id on quizzes (school_id);
create index quizzes_unit_id on quizzes (unit_id);
create index quizzes_owner_id on quizzes (owner_id);

create table quiz_objectives (
  quiz_id uuid not null references quizzes (id) on delete cascade,
  competency_id uuid not null references competencies (id),
  school_id uuid not null references schools (id),
  ord integer not null,
  primary key (quiz_id, competency_id)
);
create index quiz_objectives_school_id on quiz_objectives (school_id);
create index quiz_objectives_competency_id on quiz_objectives (competency_id);

create table generations (
  id uuid primary key,
  school_id uuid not null references schools (id),
  unit_id uuid not null references units (id),
  quiz_id uuid references quizzes (id) on delete set null,
  requested_by uuid not null references users (id),
  request jsonb not null,
  plan jsonb,
  state text not null check (state in ('queued', 'running', 'ready', 'failed', 'cancelled')),
  step text check (step in ('reading', 'writing', 'saving')),
  result jsonb,
  failure text,
  requested_at timestamptz not null,
  started_at timestamptz,
  settled_at timestamptz
);
create index generations_school_id on generations (school_id);
create index generations_unit_id on generations (unit_id);
create index generations_quiz_id on generations (quiz_id);
create index generations_requested_by on generations (requested_by, requested_at);

create table questions (
  id uuid primary key,
  school_id uuid not null references schools (id),
  unit_id uuid not null references units (id),
  quiz_id uuid not null references quizzes (id),
  generation_id uuid references generations (id),
  derived_from uuid references questions (id) on delete set null,
  review_state text not null check (review_state in ('generated', 'edited', 'approved', 'rejected')),
  state_before_rejection text check (state_before_rejection in ('generated', 'edited', 'approved')),
  rejection_reason text check (rejection_reason in
    ('off_topic', 'not_true', 'too_hard', 'too_easy', 'unclear', 'duplicate', 'other')),
  ord_before_rejection integer,
  current_version_id uuid not null,
  approved_version_id uuid,
  revision integer not null default 1,
  created_by uuid not null references users (id),
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index questions_school_id on questions (school_id);
create index questions_unit_id on questions (unit_id);
create index questions_quiz_id on questions (quiz_id);
create index questions_generation_id on questions (generation_id);
create index questions_derived_from on questions (derived_from);
create index questions_created_by on questions (created_by);

-- `body` is the question as spec 01 shapes it. Frozen by the first attempt that holds it.
create table question_versions (
  id uuid primary key,
  school_id uuid not null references schools (id),
  question_id uuid not null references questions (id) on delete cascade,
  version integer not null check (version >= 1),
  kind text not null,
  body jsonb not null,
  tests jsonb not null default '[]',
  dismissals jsonb not null default '[]',
  frozen_at timestamptz,
  approved_at timestamptz,
  approved_by uuid references users (id),
  created_by uuid not null references users (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (question_id, version)
);
create index question_versions_school_id on question_versions (school_id);
create index question_versions_approved_by on question_versions (approved_by);
create index question_versions_created_by on question_versions (created_by);
alter table questions
  add foreign key (current_version_id) references question_versions (id) deferrable initially deferred,
  add foreign key (approved_version_id) references question_versions (id) deferrable initially deferred;
create index questions_current_version_id on questions (current_version_id);
create index questions_approved_version_id on questions (approved_version_id);

-- The order of a quiz; ord counts from 1 without gaps.
create table quiz_questions (
  quiz_id uuid not null references quizzes (id) on delete cascade,
  question_id uuid not null references questions (id) on delete cascade,
  school_id uuid not null references schools (id),
  ord integer not null check (ord >= 1),
  primary key (quiz_id, question_id),
  unique (quiz_id, ord) deferrable initially deferred
);
create index quiz_questions_school_id on quiz_questions (school_id);
create index quiz_questions_question_id on quiz_questions (question_id);

alter table competencies enable row level security;
create policy own_school on competencies using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on competencies to waymark_app;

alter table competency_edges enable row level security;
create policy own_school on competency_edges using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on competency_edges to waymark_app;

alter table units enable row level security;
create policy own_school on units using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on units to waymark_app;

alter table unit_teachers enable row level security;
create policy own_school on unit_teachers using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on unit_teachers to waymark_app;

alter table unit_documents enable row level security;
create policy own_school on unit_documents using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on unit_documents to waymark_app;

alter table passages enable row level security;
create policy own_school on passages using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on passages to waymark_app;

alter table unit_materials enable row level security;
create policy own_school on unit_materials using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on unit_materials to waymark_app;

alter table quizzes enable row level security;
create policy own_school on quizzes using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on quizzes to waymark_app;

alter table quiz_objectives enable row level security;
create policy own_school on quiz_objectives using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on quiz_objectives to waymark_app;

alter table generations enable row level security;
create policy own_school on generations using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on generations to waymark_app;

alter table questions enable row level security;
create policy own_school on questions using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on questions to waymark_app;

alter table question_versions enable row level security;
create policy own_school on question_versions using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on question_versions to waymark_app;

alter table quiz_questions enable row level security;
create policy own_school on quiz_questions using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on quiz_questions to waymark_app;
