-- People: who is here, what they may do, how they sign in, and who looked at what.

create table districts (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

create table schools (
  id uuid primary key,
  district_id uuid references districts (id),
  slug text not null unique check (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$'),
  name text not null,
  time_zone text not null,
  locale text not null,
  is_sample boolean not null default false,
  created_at timestamptz not null
);
create index schools_district_id on schools (district_id);
alter table schools enable row level security;
create policy own_school on schools using (id = current_school()) with check (id = current_school());
grant select, update on schools to waymark_app;

-- Invoked with the caller's rights: inside a school's transaction it sees that school only.
create function current_district() returns uuid language sql stable
  as $$ select district_id from schools where id = current_school() $$;

-- The calendar day an instant falls on at the school's place. Null outside a school's transaction.
create function school_day(instant timestamptz) returns date language sql stable
  as $$ select (instant at time zone time_zone)::date from schools where id = current_school() $$;

alter table districts enable row level security;
create policy own_district on districts using (id = current_district());
grant select on districts to waymark_app;

create table users (
  id uuid primary key,
  -- The school whose admin keeps this account. Null: kept from the command line (district admins).
  home_school_id uuid references schools (id),
  -- Lower case; students have none.
  email text unique check (email = lower(email)),
  first_name text not null,
  last_name text not null,
  -- PHC string. Null: cannot sign in by password (sample people, accounts not yet taken up).
  password_hash text,
  password_changed_at timestamptz,
  reset_requested_at timestamptz,
  disabled_at timestamptz,
  is_sample boolean not null default false,
  created_at timestamptz not null
);
create index users_home_school_id on users (home_school_id);

create table memberships (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  school_id uuid references schools (id),
  district_id uuid references districts (id),
  role text not null check (role in ('student', 'teacher', 'advisor', 'guardian', 'admin', 'service')),
  scope text not null check (scope in ('school', 'district')),
  valid_from timestamptz not null,
  -- The first instant at which the role no longer holds.
  valid_until timestamptz,
  created_at timestamptz not null,
  check ((school_id is null) <> (district_id is null)),
  check ((scope = 'district') = (district_id is not null)),
  check (scope = 'school' or role = 'admin'),
  check (valid_until is null or valid_until >= valid_from)
);
create index memberships_user_id on memberships (user_id);
create index memberships_school_id on memberships (school_id, role);
create index memberships_district_id on memberships (district_id);
alter table memberships enable row level security;
create policy own_school on memberships
  using (school_id = current_school() or district_id = current_district())
  with check (school_id = current_school() or district_id = current_district());
grant select, insert, update on memberships to waymark_app;

-- Sign-in finds users as the login role; every other request sees the people of its school only.
alter table users enable row level security;
create policy people_of_school on users for select using (
  home_school_id = current_school()
  or exists (select 1 from memberships m where m.user_id = users.id)
);
create policy kept_here_insert on users for insert with check (home_school_id = current_school());
create policy kept_here_update on users for update
  using (home_school_id = current_school()) with check (home_school_id = current_school());
grant select, insert, update on users to waymark_app;

create table students (
  id uuid primary key references users (id) on delete cascade,
  school_id uuid not null references schools (id),
  username text not null check (username ~ '^[a-z0-9._-]{3,40}$'),
  external_id text,
  year_group integer check (year_group between 1 and 13),
  grade_level integer generated always as (year_group - 1) stored,
  unique (school_id, username),
  unique (school_id, external_id)
);
alter table students enable row level security;
create policy own_school on students using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on students to waymark_app;

create table school_settings (
  school_id uuid not null references schools (id),
  version integer not null,
  settings jsonb not null,
  changed_by uuid references users (id) on delete set null,
  changed_at timestamptz not null,
  primary key (school_id, version)
);
create index school_settings_changed_by on school_settings (changed_by);
alter table school_settings enable row level security;
create policy own_school on school_settings
  using (school_id = current_school()) with check (school_id = current_school());
grant select, insert on school_settings to waymark_app;

create table classrooms (
  id uuid primary key,
  school_id uuid not null references schools (id),
  name text not null,
  subject text,
  year_group integer check (year_group between 1 and 13),
  academic_year text,
  archived_at timestamptz,
  created_at timestamptz not null
);
create index classrooms_school_id on classrooms (school_id);
create unique index classrooms_name on classrooms (school_id, lower(name)) where archived_at is null;
alter table classrooms enable row level security;
create policy own_school on classrooms using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on classrooms to waymark_app;

-- Days run from the first named (in) to the last named (no longer in), at the school's place.
create table classroom_teachers (
  id uuid primary key,
  classroom_id uuid not null references classrooms (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  school_id uuid not null references schools (id),
  valid_from date not null,
  valid_until date,
  check (valid_until is null or valid_until >= valid_from)
);
create unique index classroom_teachers_open on classroom_teachers (classroom_id, user_id) where valid_until is null;
create index classroom_teachers_classroom_id on classroom_teachers (classroom_id);
create index classroom_teachers_user_id on classroom_teachers (user_id);
create index classroom_teachers_school_id on classroom_teachers (school_id);
alter table classroom_teachers enable row level security;
create policy own_school on classroom_teachers
  using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on classroom_teachers to waymark_app;

create table classroom_enrollments (
  id uuid primary key,
  classroom_id uuid not null references classrooms (id) on delete cascade,
  student_id uuid not null references students (id) on delete cascade,
  school_id uuid not null references schools (id),
  enrolled_on date not null,
  ended_on date,
  check (ended_on is null or ended_on >= enrolled_on)
);
create unique index classroom_enrollments_open on classroom_enrollments (classroom_id, student_id) where ended_on is null;
create index classroom_enrollments_classroom_id on classroom_enrollments (classroom_id);
create index classroom_enrollments_student_id on classroom_enrollments (student_id);
create index classroom_enrollments_school_id on classroom_enrollments (school_id);
alter table classroom_enrollments enable row level security;
create policy own_school on classroom_enrollments
  using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on classroom_enrollments to waymark_app;

create table guardian_links (
  id uuid primary key,
  school_id uuid not null references schools (id),
  guardian_id uuid not null references users (id) on delete cascade,
  student_id uuid not null references students (id) on delete cascade,
  relation text not null,
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index guardian_links_open on guardian_links (guardian_id, student_id) where ended_at is null;
create index guardian_links_guardian_id on guardian_links (guardian_id);
create index guardian_links_student_id on guardian_links (student_id);
create index guardian_links_school_id on guardian_links (school_id);
alter table guardian_links enable row level security;
create policy own_school on guardian_links
  using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on guardian_links to waymark_app;

create table advisor_links (
  id uuid primary key,
  school_id uuid not null references schools (id),
  advisor_id uuid not null references users (id) on delete cascade,
  student_id uuid not null references students (id) on delete cascade,
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index advisor_links_open on advisor_links (advisor_id, student_id) where ended_at is null;
create index advisor_links_advisor_id on advisor_links (advisor_id);
create index advisor_links_student_id on advisor_links (student_id);
create index advisor_links_school_id on advisor_links (school_id);
alter table advisor_links enable row level security;
create policy own_school on advisor_links
  using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on advisor_links to waymark_app;

-- A sign-in that is alive: a browser's cookie, or the family of refresh tokens of an API client.
create table sessions (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  membership_id uuid not null references memberships (id) on delete cascade,
  -- The school worked in; of a district's membership, one of its schools.
  school_id uuid not null references schools (id),
  transport text not null check (transport in ('cookie', 'token')),
  -- SHA-256 of the cookie's value; token families have their hashes in refresh_tokens.
  token_hash text unique,
  user_agent text,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_because text check (ended_because in
    ('signed_out', 'newer_sign_in', 'password_changed', 'reset', 'disabled', 'token_reused', 'role_changed', 'closed')),
  check ((transport = 'cookie') = (token_hash is not null))
);
create index sessions_user_id on sessions (user_id);
create index sessions_membership_id on sessions (membership_id);
create index sessions_school_id on sessions (school_id);
alter table sessions enable row level security;
create policy own_school on sessions using (school_id = current_school()) with check (school_id = current_school());
grant select, update on sessions to waymark_app;

create table refresh_tokens (
  id uuid primary key,
  session_id uuid not null references sessions (id) on delete cascade,
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_tokens_session_id on refresh_tokens (session_id);

-- A try is written before the password is checked and removed when it was right,
-- so that many tries at once cannot slip past the count. `confirmed` ones count for the address.
create table sign_in_failures (
  id uuid primary key,
  -- Keyed hash of school and name as typed: unknown names wait like known ones.
  account_key text not null,
  address text not null,
  confirmed boolean not null,
  failed_at timestamptz not null
);
create index sign_in_failures_account_key on sign_in_failures (account_key, failed_at);
create index sign_in_failures_address on sign_in_failures (address, failed_at) where confirmed;

create table invitations (
  id uuid primary key,
  school_id uuid not null references schools (id),
  email text check (email = lower(email)),
  role text not null check (role in ('teacher', 'advisor', 'guardian', 'admin')),
  scope text not null check (scope in ('school', 'district')),
  token_hash text not null unique,
  -- Null: made from the command line.
  invited_by uuid references users (id) on delete set null,
  accepted_by uuid references users (id) on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
create index invitations_school_id on invitations (school_id);
create index invitations_invited_by on invitations (invited_by);
create index invitations_accepted_by on invitations (accepted_by);
alter table invitations enable row level security;
create policy own_school on invitations using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on invitations to waymark_app;

create table password_resets (
  id uuid primary key,
  school_id uuid not null references schools (id),
  user_id uuid not null references users (id) on delete cascade,
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_resets_school_id on password_resets (school_id);
create index password_resets_user_id on password_resets (user_id, created_at);
alter table password_resets enable row level security;
create policy own_school on password_resets
  using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on password_resets to waymark_app;

create table roster_imports (
  id uuid primary key,
  school_id uuid not null references schools (id),
  state text not null check (state in ('reading', 'ready', 'applying', 'applied', 'refused', 'expired')),
  format text not null check (format in ('students_csv')),
  create_classes boolean not null,
  -- Kinds of problem and where; never a value from the file.
  problems jsonb not null,
  counts jsonb not null,
  created_by uuid references users (id) on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  applied_at timestamptz
);
create index roster_imports_school_id on roster_imports (school_id);
create index roster_imports_created_by on roster_imports (created_by);
alter table roster_imports enable row level security;
create policy own_school on roster_imports
  using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on roster_imports to waymark_app;

create table roster_items (
  import_id uuid not null references roster_imports (id) on delete cascade,
  school_id uuid not null references schools (id),
  line integer not null,
  state text not null check (state in ('added', 'changed', 'unchanged', 'problem')),
  student_id uuid,
  username text,
  first_name text not null,
  last_name text not null,
  year_group integer,
  class_names jsonb not null,
  changes jsonb not null,
  notes jsonb not null,
  -- A password of the file or a start password, encrypted until it is hashed and, a start password, handed out.
  password_sealed text,
  password_hash text,
  password_from text check (password_from in ('file', 'start')),
  primary key (import_id, line)
);
create index roster_items_school_id on roster_items (school_id);
alter table roster_items enable row level security;
create policy own_school on roster_items
  using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on roster_items to waymark_app;

create table signing_keys (
  -- The `kid` of tokens.
  id uuid primary key,
  algorithm text not null check (algorithm in ('EdDSA')),
  public_jwk jsonb not null,
  -- AES-256-GCM under a key derived from SESSION_SECRET.
  private_sealed text not null,
  created_at timestamptz not null,
  retired_at timestamptz
);

create table setup_tokens (
  id uuid primary key,
  token_hash text not null unique,
  created_at timestamptz not null,
  used_at timestamptz
);

-- Append-only for the application. The sealer, as the login role, fills the last three columns once.
create table audit_logs (
  id uuid primary key,
  school_id uuid not null references schools (id),
  happened_at timestamptz not null,
  -- Not foreign keys: the record outlives the account.
  actor_id uuid,
  actor_role text,
  action text not null,
  subject_type text not null,
  subject_id text,
  student_id uuid,
  reason text,
  details jsonb not null,
  request_id text not null,
  position bigint,
  previous_hash text,
  hash text,
  unique (school_id, position),
  check ((position is null) = (hash is null)),
  check ((position is null) = (previous_hash is null))
);
create index audit_logs_school_id on audit_logs (school_id, id);
create index audit_logs_student_id on audit_logs (student_id, id) where student_id is not null;
create index audit_logs_subject_id on audit_logs (subject_id, id) where subject_id is not null;
create index audit_logs_unsealed on audit_logs (school_id, id) where position is null;
alter table audit_logs enable row level security;
create policy own_school on audit_logs using (school_id = current_school()) with check (school_id = current_school());
grant select, insert on audit_logs to waymark_app;
