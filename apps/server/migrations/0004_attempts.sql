-- A published quiz given to one class, or to some students of it (then `assignment_students` names them).
-- `settings` has the shape of AssignmentSettings in packages/contract/attempts.ts.
create table assignments (
  id uuid primary key,
  school_id uuid not null references schools (id),
  quiz_id uuid not null references quizzes (id),
  quiz_version integer not null check (quiz_version >= 1),
  classroom_id uuid not null references classrooms (id),
  for_named_students boolean not null default false,
  available_from timestamptz not null,
  available_until timestamptz,
  settings jsonb not null,
  marks_released_at timestamptz,
  answers_released_at timestamptz,
  revision integer not null default 1,
  published_by uuid not null references users (id),
  published_at timestamptz not null,
  changed_at timestamptz not null,
  check (available_until > available_from)
);
create index assignments_school_id on assignments (school_id);
create index assignments_quiz_id on assignments (quiz_id);
create index assignments_classroom_id on assignments (classroom_id, available_from);
create index assignments_published_by on assignments (published_by);

create table assignment_students (
  assignment_id uuid not null references assignments (id) on delete cascade,
  student_id uuid not null references students (id),
  school_id uuid not null references schools (id),
  primary key (assignment_id, student_id)
);
create index assignment_students_school_id on assignment_students (school_id);
create index assignment_students_student_id on assignment_students (student_id);

-- What one student has otherwise than the class. A null field means: as the class.
create table assignment_overrides (
  assignment_id uuid not null references assignments (id) on delete cascade,
  student_id uuid not null references students (id),
  school_id uuid not null references schools (id),
  available_from timestamptz,
  available_until timestamptz,
  extra_attempts integer not null default 0 check (extra_attempts between 0 and 100),
  excused boolean not null default false,
  changed_by uuid not null references users (id),
  changed_at timestamptz not null,
  primary key (assignment_id, student_id)
);
create index assignment_overrides_school_id on assignment_overrides (school_id);
create index assignment_overrides_student_id on assignment_overrides (student_id);
create index assignment_overrides_changed_by on assignment_overrides (changed_by);

-- One sitting. `student_id` is the author's own id when `is_preview`; a preview has no assignment and
-- goes with its quiz. `snapshot` is frozen at the start. `score` and `max_score` are of what is marked so far;
-- `share` is score ÷ maximum, exact ("29/36"), null where nothing is marked. `event_count` numbers the
-- events by arrival (`ord`).
create table attempts (
  id uuid primary key,
  school_id uuid not null references schools (id),
  assignment_id uuid references assignments (id),
  quiz_id uuid not null references quizzes (id) on delete cascade,
  student_id uuid not null references users (id),
  attempt_number integer not null check (attempt_number >= 1),
  is_preview boolean not null default false,
  status text not null check (status in ('in_progress', 'completed', 'abandoned')),
  ended_by text check (ended_by in ('student', 'bell', 'teacher')),
  snapshot jsonb not null,
  snapshot_hash text not null,
  writer_device_id text not null,
  writer_epoch integer not null default 1,
  started_at timestamptz not null,
  deadline_at timestamptz,
  close_at timestamptz,
  ended_at timestamptz,
  last_saved_at timestamptz,
  event_count integer not null default 0,
  kept_event_count integer not null default 0,
  thinned_at timestamptz,
  share text,
  score numeric(9, 2),
  max_score numeric(9, 2),
  answered_count integer,
  pending_count integer,
  seconds_active integer,
  check ((assignment_id is null) = is_preview),
  check ((status = 'in_progress') = (ended_at is null)),
  check ((status = 'in_progress') = (ended_by is null)),
  unique (assignment_id, student_id, attempt_number)
);
create index attempts_school_id on attempts (school_id);
create index attempts_quiz_id on attempts (quiz_id);
create index attempts_student_id on attempts (student_id);
create index attempts_bells on attempts (deadline_at) where status = 'in_progress';
create index attempts_crowded on attempts (last_saved_at) where kept_event_count > 20000;

-- How far each device's line of events has arrived. `beyond` holds the ranges above a gap, `chain_head`
-- belongs to `accepted_through`, `epochs` are those in which this device was the writer.
create table attempt_devices (
  attempt_id uuid not null references attempts (id) on delete cascade,
  device_id text not null,
  school_id uuid not null references schools (id),
  label text not null,
  epochs jsonb not null,
  accepted_through integer not null default 0,
  beyond jsonb not null default '[]',
  chain_head text not null,
  chain_broken_from integer,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (attempt_id, device_id)
);
create index attempt_devices_school_id on attempt_devices (school_id);

-- Everything that happened in an attempt, in order of arrival. `event` is the canonical JSON (RFC 8785)
-- as text: the chain is computed over exactly these characters, and jsonb could not hold every one.
-- The server's own events have device_id 'server' and device_seq = ord.
create table attempt_events (
  attempt_id uuid not null references attempts (id) on delete cascade,
  device_id text not null,
  device_seq integer not null,
  school_id uuid not null,
  ord integer not null,
  writer_epoch integer not null,
  type text not null,
  position integer,
  result text not null check (result in ('accepted', 'superseded', 'late_held', 'invalid')),
  reason text,
  event text not null,
  received_at timestamptz not null,
  primary key (attempt_id, device_id, device_seq),
  unique (attempt_id, ord)
) partition by range (attempt_id);
create index attempt_events_school_id on attempt_events (school_id);
create table attempt_events_default partition of attempt_events default;

-- The smallest UUIDv7 of an instant: its first 48 bits are the milliseconds since 1970.
create function uuid_floor(instant timestamptz) returns uuid
  language sql immutable strict parallel safe
  as $$
    select (lpad(to_hex((extract(epoch from instant) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
  $$;

-- Makes the monthly partitions from the month of `since` on; those that exist stay as they are.
create function make_attempt_partitions(since timestamptz, months integer) returns void
  language plpgsql
  as $$
  declare
    first_month timestamptz := date_trunc('month', since at time zone 'UTC') at time zone 'UTC';
    opens timestamptz;
    closes timestamptz;
    name text;
  begin
    for i in 0 .. months - 1 loop
      opens := (first_month at time zone 'UTC' + make_interval(months => i)) at time zone 'UTC';
      closes := (first_month at time zone 'UTC' + make_interval(months => i + 1)) at time zone 'UTC';
      name := 'attempt_events_' || to_char(opens at time zone 'UTC', 'YYYY_MM');
      if to_regclass(name) is null then
        execute format('create table %I partition of attempt_events for values from (%L) to (%L)',
          name, uuid_floor(opens), uuid_floor(closes));
      end if;
    end loop;
  end
  $$;
revoke execute on function make_attempt_partitions (timestamptz, integer) from public;
select make_attempt_partitions('2026-09-01T00:00:00Z', 12);

-- The latest answer to each question: a projection of attempt_events, rebuildable from them.
-- `answer` and `conflict` are JSON texts, for the reason given above. No foreign key to
-- question_versions here and in marks: a preview holds versions that may still be deleted, all others
-- are frozen.
create table responses (
  attempt_id uuid not null references attempts (id) on delete cascade,
  position integer not null check (position >= 1),
  school_id uuid not null references schools (id),
  question_id uuid not null,
  question_version_id uuid not null,
  answer text,
  answer_device_id text,
  answer_epoch integer not null default 0,
  answer_seq integer not null default 0,
  answered_at timestamptz,
  conflict text,
  flagged boolean not null default false,
  tries integer not null default 0,
  hint_used boolean not null default false,
  scaffold_used boolean not null default false,
  revealed boolean not null default false,
  primary key (attempt_id, position)
);
create index responses_school_id on responses (school_id);
create index responses_question_version_id on responses (question_version_id);

-- One row per marking of one answer. `counts`: this one is the attempt's mark for the question (of several
-- checks the best before the answer was shown). A correction supersedes, it never edits.
-- `fraction` is exact ("2/3"); null while pending.
create table marks (
  id uuid primary key,
  school_id uuid not null references schools (id),
  attempt_id uuid not null references attempts (id) on delete cascade,
  position integer not null,
  question_id uuid not null,
  question_version_id uuid not null,
  try_no integer not null check (try_no >= 1),
  counts boolean not null,
  answer text,
  fraction text,
  score numeric(9, 2),
  max_score numeric(9, 2) not null,
  outcome text not null
    check (outcome in ('correct', 'partial', 'incorrect', 'not_answered', 'pending', 'recorded')),
  feedback jsonb not null default '[]',
  details jsonb not null default '{}',
  degraded_reasons jsonb not null default '[]',
  hint_used boolean not null default false,
  revealed boolean not null default false,
  seconds integer not null default 0,
  awarded jsonb,
  marker text not null check (marker in ('rule', 'code', 'model', 'human')),
  marker_version text not null,
  marked_by uuid references users (id),
  marked_at timestamptz not null,
  superseded_by uuid references marks (id) on delete cascade deferrable initially deferred,
  superseded_at timestamptz,
  superseded_reason text,
  check ((fraction is null) = (outcome in ('pending', 'recorded'))),
  check ((marker = 'human') = (marked_by is not null))
);
create index marks_school_id on marks (school_id);
create index marks_attempt_id on marks (attempt_id, position);
create unique index marks_counting on marks (attempt_id, position) where counts and superseded_at is null;
create index marks_pending on marks (school_id, id) where outcome = 'pending' and superseded_at is null;
create index marks_question_version_id on marks (question_version_id);
create index marks_marked_by on marks (marked_by);
create index marks_superseded_by on marks (superseded_by);

alter table assignments enable row level security;
create policy own_school on assignments using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on assignments to waymark_app;

alter table assignment_students enable row level security;
create policy own_school on assignment_students using (school_id = current_school()) with check (school_id = current_school());
grant select, insert on assignment_students to waymark_app;

alter table assignment_overrides enable row level security;
create policy own_school on assignment_overrides using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on assignment_overrides to waymark_app;

alter table attempts enable row level security;
create policy own_school on attempts using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on attempts to waymark_app;

alter table attempt_devices enable row level security;
create policy own_school on attempt_devices using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on attempt_devices to waymark_app;

-- Reached only through the parent table: the partitions carry no grant of their own.
alter table attempt_events enable row level security;
create policy own_school on attempt_events using (school_id = current_school()) with check (school_id = current_school());
grant select, insert on attempt_events to waymark_app;
grant select, delete on attempt_events to waymark_keeper;

alter table responses enable row level security;
create policy own_school on responses using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on responses to waymark_app;

alter table marks enable row level security;
create policy own_school on marks using (school_id = current_school()) with check (school_id = current_school());
grant select, insert on marks to waymark_app;
grant update (counts, superseded_by, superseded_at, superseded_reason) on marks to waymark_app;
