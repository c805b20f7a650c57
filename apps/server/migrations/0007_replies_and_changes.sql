-- One answer may be taken back by several causes: an event, or a change that a person made and may undo.
-- It counts again only when each of them is lifted.
alter table evidence_withdrawals rename column event_id to cause_id;
alter table evidence_withdrawals drop constraint evidence_withdrawals_pkey;
alter table evidence_withdrawals add primary key (student_id, source, subject, subject_id, cause_id);
alter table evidence_withdrawals add column lifted_at timestamptz;
create index evidence_withdrawals_cause_id on evidence_withdrawals (cause_id, student_id);
grant update (lifted_at) on evidence_withdrawals to waymark_app;
create index evidence_superseded_by on evidence (superseded_by, student_id) where superseded_by is not null;

-- What students say to what is claimed about them: to an estimate, or to one piece of evidence under it
-- (`about_event_id`, the event that the piece came from). The newest reply to a claim holds.
create table claim_replies (
  school_id uuid not null references schools (id),
  event_id uuid not null,
  student_id uuid not null references students (id),
  competency_id uuid not null references competencies (id),
  about_event_id uuid,
  stance text not null check (stance in ('this_is_me', 'not_me', 'more_complicated')),
  text text not null check (length(text) <= 500),
  occurred_at timestamptz not null,
  change_no bigint not null,
  created_at timestamptz not null,
  primary key (school_id, event_id)
);
create index claim_replies_student_id on claim_replies (student_id, competency_id);
create index claim_replies_competency_id on claim_replies (competency_id);

-- Answers that a person took out of the evidence after a preview, and may put back for 30 days.
create table mastery_changes (
  id uuid primary key,
  school_id uuid not null references schools (id),
  reason text not null check (reason in ('key_fixed', 'appeal', 'remarked', 'voided')),
  state text not null check (state in ('applying', 'applied', 'undoing', 'undone')),
  -- Not a foreign key: the record outlives the account.
  made_by uuid not null,
  made_at timestamptz not null,
  applied_at timestamptz,
  undone_by uuid,
  undone_at timestamptz
);
create index mastery_changes_school_id on mastery_changes (school_id);

-- Each student is changed in one transaction: a run that was cut short goes on with those not done.
create table mastery_change_students (
  change_id uuid not null references mastery_changes (id),
  student_id uuid not null references students (id),
  school_id uuid not null references schools (id),
  -- [{"source": "quiz", "mark_id": "…"}]
  marks jsonb not null,
  applied_at timestamptz,
  undone_at timestamptz,
  primary key (change_id, student_id)
);
create index mastery_change_students_student_id on mastery_change_students (student_id);
create index mastery_change_students_school_id on mastery_change_students (school_id);

alter table claim_replies enable row level security;
create policy own_school on claim_replies using (school_id = current_school()) with check (school_id = current_school());
grant select, insert on claim_replies to waymark_app;

alter table mastery_changes enable row level security;
create policy own_school on mastery_changes using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on mastery_changes to waymark_app;

alter table mastery_change_students enable row level security;
create policy own_school on mastery_change_students using (school_id = current_school()) with check (school_id = current_school());
grant select, insert, update on mastery_change_students to waymark_app;
