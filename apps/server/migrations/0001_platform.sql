-- Roles. The login role owns every table and serves migrations, sign-in, relay and job fetching;
-- requests and job items work as waymark_app inside one school; only waymark_keeper may delete
-- from append-only tables (erasure and retention).
do $$
begin
  if not exists (select from pg_roles where rolname = 'waymark_app') then
    create role waymark_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'waymark_keeper') then
    create role waymark_keeper nologin;
  end if;
  execute format('grant waymark_app, waymark_keeper to %I', current_user);
end
$$;

grant usage on schema public to waymark_app, waymark_keeper;

-- The school of the running transaction; null shows nothing.
create function current_school() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('waymark.school', true), '')::uuid $$;

create extension if not exists citext;

-- What a verb announces, written in its own transaction and delivered by the relay.
create table outbox (
  id uuid primary key,
  school_id uuid not null,
  topic text not null,
  version integer not null,
  key text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  published_at timestamptz,
  tries integer not null default 0,
  next_try_at timestamptz,
  dead_at timestamptz,
  fault text
);
create index outbox_waiting on outbox (id) where published_at is null and dead_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;
grant select, insert on outbox to waymark_app;

-- What a consumer has taken from the outbox: a message counts once for each consumer.
create table inbox (
  consumer text not null,
  message_id uuid not null,
  taken_at timestamptz not null,
  primary key (consumer, message_id)
);
create index inbox_taken on inbox (taken_at);
grant select, insert on inbox to waymark_app;

-- The answer given to a write, so that a repeat of the same write gets the same answer.
create table idempotency_keys (
  user_id uuid not null,
  operation text not null,
  key text not null,
  body_hash text not null,
  status integer,
  reply jsonb,
  created_at timestamptz not null,
  primary key (user_id, operation, key)
);
create index idempotency_keys_created on idempotency_keys (created_at);

-- Work that only one process may do at a time (relay, sealer, timetable).
create table leases (
  name text primary key,
  holder uuid not null,
  until timestamptz not null
);

-- Private files under random names; the row says what a file is and until when it may stay.
create table files (
  id uuid primary key,
  school_id uuid not null,
  purpose text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  created_at timestamptz not null,
  delete_after timestamptz
);
create index files_school_id on files (school_id);
create index files_delete_after on files (delete_after) where delete_after is not null;
alter table files enable row level security;
create policy own_school on files using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update, delete on files to waymark_app;
