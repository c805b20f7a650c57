-- Everything that happened to a student's learning: appended once, never changed. Partitions by the month
-- of arrival, so that a late event never needs an old one. `event_timestamp` and `event_data` hold the
-- sender's occurred_at and data. No foreign key to the student: erasure goes through waymark_keeper.
create table learner_events (
  event_id uuid not null,
  school_id uuid not null references schools (id),
  student_id uuid not null,
  event_type text not null,
  event_version integer not null,
  event_timestamp timestamptz not null,
  source text not null,
  event_data jsonb not null,
  classroom_id uuid,
  course_id uuid,
  session_id uuid,
  attempt_id uuid,
  correlation_id uuid,
  causation_id uuid,
  actor_type text not null,
  actor_id uuid,
  received_at timestamptz not null,
  primary key (event_id, received_at)
) partition by range (received_at);
create index learner_events_order on learner_events (school_id, student_id, event_timestamp, event_id);
create table learner_events_default partition of learner_events default;

-- Makes the monthly partitions from the month of `since` on; those that exist stay as they are. Rows of
-- such a month that fell into the default partition move into their own. Answers how many moved.
create function make_learner_event_partitions(since timestamptz, months integer) returns bigint
  language plpgsql
  as $$
  declare
    first_month timestamp := date_trunc('month', since at time zone 'UTC');
    opens timestamptz;
    closes timestamptz;
    name text;
    count bigint;
    total bigint := 0;
  begin
    for i in 0 .. months - 1 loop
      opens := (first_month + make_interval(months => i)) at time zone 'UTC';
      closes := (first_month + make_interval(months => i + 1)) at time zone 'UTC';
      name := 'learner_events_' || to_char(opens at time zone 'UTC', 'YYYY_MM');
      if to_regclass(name) is null then
        lock table learner_events_default in access exclusive mode;
        execute format('create table %I (like learner_events including defaults including constraints)', name);
        execute format('with moved as (delete from learner_events_default
          where received_at >= %L and received_at < %L returning *) insert into %I select * from moved',
          opens, closes, name);
        get diagnostics count = row_count;
        total := total + count;
        execute format('alter table learner_events attach partition %I for values from (%L) to (%L)',
          name, opens, closes);
      end if;
    end loop;
    return total;
  end
  $$;
revoke execute on function make_learner_event_partitions (timestamptz, integer) from public;
select make_learner_event_partitions('2026-09-01T00:00:00Z', 12);

-- An event counts once: whoever inserts the claim first. `body_hash` is the SHA-256 (hex) of the sender's
-- fields as canonical JSON (RFC 8785). Claims live as long as the evidence.
create table event_claims (
  school_id uuid not null references schools (id),
  event_id uuid not null,
  student_id uuid not null,
  body_hash text not null,
  received_at timestamptz not null,
  primary key (school_id, event_id)
);
create index event_claims_student_id on event_claims (student_id);

-- Counts the changes of a student's evidence. Its lock makes one writer per student at a time, so that
-- change numbers become visible in their order.
create table evidence_heads (
  student_id uuid primary key references students (id),
  school_id uuid not null references schools (id),
  change_no bigint not null
);
create index evidence_heads_school_id on evidence_heads (school_id);

-- What one event says about a student and a competency. `id` is the UUIDv5 of event, competency and rule.
-- `value` is an exact fraction ("2/3"). `change_no` and `superseded_change_no` say with which change of the
-- student's evidence a row came and ceased to count. Rows are superseded, never edited.
create table evidence (
  id uuid primary key,
  school_id uuid not null references schools (id),
  student_id uuid not null references students (id),
  competency_id uuid references competencies (id),
  event_id uuid not null,
  rule text not null,
  component text not null check (component in ('completion', 'quiz', 'quality', 'consistency', 'none')),
  value text not null,
  weight double precision not null check (weight >= 0),
  item_id uuid,
  mark_id uuid,
  question_version_id uuid,
  attempt_id uuid,
  source text not null,
  occurred_at timestamptz not null,
  local_day date not null,
  marker text not null check (marker in ('rule', 'code', 'model', 'human', 'external')),
  actor_id uuid,
  model_version text,
  rubric_version text,
  try_no integer not null check (try_no >= 1),
  help text not null check (help in ('none', 'hints', 'revealed')),
  excerpt text check (length(excerpt) <= 300),
  reason text not null,
  status text not null check (status in ('active', 'superseded', 'excluded', 'expired')),
  superseded_by uuid,
  superseded_reason text,
  change_no bigint not null,
  superseded_change_no bigint,
  created_at timestamptz not null,
  check ((status = 'active') = (superseded_reason is null)),
  check ((status = 'active') = (superseded_change_no is null))
);
create index evidence_school_id on evidence (school_id);
create index evidence_student_id on evidence (student_id, competency_id, occurred_at, event_id);
create index evidence_competency_id on evidence (competency_id);
create index evidence_changes on evidence (student_id, change_no);
create index evidence_superseded_changes on evidence (student_id, superseded_change_no)
  where superseded_change_no is not null;
create index evidence_mark_id on evidence (mark_id) where mark_id is not null;
create index evidence_question_version_id on evidence (question_version_id, student_id)
  where question_version_id is not null;

-- Marks and question versions whose answers no longer count, whether their evidence has come yet or not.
-- A sender takes back only what came from the same source.
create table evidence_withdrawals (
  student_id uuid not null references students (id),
  source text not null,
  subject text not null check (subject in ('mark', 'question_version')),
  subject_id uuid not null,
  school_id uuid not null references schools (id),
  event_id uuid not null,
  reason text not null,
  created_at timestamptz not null,
  primary key (student_id, source, subject, subject_id)
);
create index evidence_withdrawals_school_id on evidence_withdrawals (school_id);

-- Reached only through the parent table: the partitions carry no grant of their own.
alter table learner_events enable row level security;
create policy own_school on learner_events using (school_id = current_school()) with check (school_id = current_school());
grant select, insert on learner_events to waymark_app;
grant select, delete on learner_events to waymark_keeper;

alter table event_claims enable row level security;
create policy own_school on event_claims using (school_id = current_school()) with check (school_id = current_school());
grant select, insert on event_claims to waymark_app;
grant select, delete on event_claims to waymark_keeper;

alter table evidence_heads enable row level security;
create policy own_school on evidence_heads using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on evidence_heads to waymark_app;

alter table evidence enable row level security;
create policy own_school on evidence using (school_id = current_school()) with check (school_id = current_school());
grant select, insert on evidence to waymark_app;
grant update (status, superseded_by, superseded_reason, superseded_change_no) on evidence to waymark_app;

alter table evidence_withdrawals enable row level security;
create policy own_school on evidence_withdrawals using (school_id = current_school()) with check (school_id = current_school());
grant select, insert on evidence_withdrawals to waymark_app;
