-- The weights of the tracer that all students share, by version. They hold no identity and no school.
create table parameter_versions (
  version integer primary key,
  parameters jsonb not null,
  created_at timestamptz not null
);
grant select, insert on parameter_versions to waymark_app;

-- What one student's evidence has left behind, up to the change `folded_change` of that evidence.
-- `folded` has the shape that apps/server/mastery/packed-fold.ts writes; one it cannot read is folded
-- again from nothing. `version` counts each change of the student's estimates.
create table tracer_states (
  student_id uuid primary key references students (id),
  school_id uuid not null references schools (id),
  folded jsonb not null,
  folded_change bigint not null,
  parameter_version integer not null references parameter_versions (version),
  version integer not null,
  folded_at timestamptz not null
);
create index tracer_states_school_id on tracer_states (school_id);
create index tracer_states_parameter_version on tracer_states (parameter_version);

-- The estimate as on the school's day `computed_on`. It holds through `steady_until`; beyond that time makes
-- it less sure, and the reader works it out from the state. Values are null without enough evidence.
create table mastery_current (
  student_id uuid not null references students (id),
  competency_id uuid not null references competencies (id),
  school_id uuid not null references schools (id),
  version integer not null,
  state text not null check (state in ('known', 'contested', 'not_enough_evidence')),
  state_reasons jsonb not null,
  probability double precision,
  low double precision,
  high double precision,
  standing text check (standing in ('secure', 'learning', 'gap')),
  last_known jsonb,
  would_settle jsonb not null,
  evidence_count integer not null,
  newest_day date,
  computed_on date not null,
  steady_until date not null,
  primary key (student_id, competency_id),
  check ((probability is null) = (state = 'not_enough_evidence'))
);
create index mastery_current_school_id on mastery_current (school_id);
create index mastery_current_competency_id on mastery_current (competency_id);

-- The estimate at the end of each day on which there was evidence on the competency.
create table mastery_days (
  student_id uuid not null references students (id),
  competency_id uuid not null references competencies (id),
  day date not null,
  school_id uuid not null references schools (id),
  state text not null check (state in ('known', 'contested', 'not_enough_evidence')),
  probability double precision,
  low double precision,
  high double precision,
  standing text check (standing in ('secure', 'learning', 'gap')),
  evidence_count integer not null,
  primary key (student_id, competency_id, day)
);
create index mastery_days_school_id on mastery_days (school_id);
create index mastery_days_competency_id on mastery_days (competency_id);

alter table tracer_states enable row level security;
create policy own_school on tracer_states using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on tracer_states to waymark_app;

alter table mastery_current enable row level security;
create policy own_school on mastery_current using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on mastery_current to waymark_app;

alter table mastery_days enable row level security;
create policy own_school on mastery_days using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on mastery_days to waymark_app;
