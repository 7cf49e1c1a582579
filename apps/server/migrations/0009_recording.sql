-- Sound of sessions, kept only where the learner agreed to it. Rows say what is kept; the sound itself is encrypted, outside.

-- Every decision, in order: the last one holds. None is ever changed.
create table recording_consent (
  org_id text not null,
  session_id text not null,
  n integer not null check (n > 0),
  member_id text not null,
  granted boolean not null,
  text_version integer not null check (text_version > 0),
  decided_at timestamptz not null,
  primary key (org_id, session_id, n),
  foreign key (org_id, session_id) references session (org_id, id) on delete cascade,
  foreign key (org_id, member_id) references member (org_id, id) on delete cascade
);

-- What is kept of a session. Without this row its files cannot be read any more: the salt is part of their key.
create table recording (
  org_id text not null,
  session_id text not null,
  salt text not null,
  -- Which storage holds the files: a process that does not see that one leaves them alone.
  storage text not null,
  began_at timestamptz not null,
  -- Why it is being deleted: from here on nothing is read from it or added to it.
  erasing text,
  primary key (org_id, session_id),
  foreign key (org_id, session_id) references session (org_id, id) on delete cascade
);
create index recording_age on recording (began_at);

create table recording_track (
  org_id text not null,
  session_id text not null,
  seq integer not null check (seq > 0),
  who text not null check (who in ('persona', 'learner')),
  -- Its name in the storage.
  file text not null,
  duration_ms integer not null check (duration_ms >= 0),
  -- Of the ciphertext.
  bytes integer not null check (bytes > 0),
  sha256 text not null,
  primary key (org_id, session_id, seq),
  foreign key (org_id, session_id) references recording (org_id, session_id) on delete cascade
);

-- Proofs outlive what they are about: no foreign key, and nobody may change or remove them. Ids, sizes and hashes only.
create table recording_deletion (
  org_id text not null,
  id text not null,
  session_id text not null,
  -- Null for a file whose turn nobody knows any more.
  seq integer,
  reason text not null check (reason in ('withdrawn', 'asked', 'session_deleted', 'account_deleted', 'expired', 'orphan', 'lost')),
  bytes integer not null,
  sha256 text not null,
  deleted_at timestamptz not null,
  primary key (org_id, id)
);
create index recording_deletion_of_session on recording_deletion (org_id, session_id);

alter table recording_consent enable row level security;
alter table recording_consent force row level security;
create policy recording_consent_of_organisation on recording_consent to coachvisio_tenant
  using (org_id = nullif(current_setting('app.org_id', true), ''))
  with check (org_id = nullif(current_setting('app.org_id', true), ''));
grant select, insert on recording_consent to coachvisio_tenant;

alter table recording enable row level security;
alter table recording force row level security;
create policy recording_of_organisation on recording to coachvisio_tenant
  using (org_id = nullif(current_setting('app.org_id', true), ''))
  with check (org_id = nullif(current_setting('app.org_id', true), ''));
grant select, insert, delete, update (erasing) on recording to coachvisio_tenant;

alter table recording_track enable row level security;
alter table recording_track force row level security;
create policy recording_track_of_organisation on recording_track to coachvisio_tenant
  using (org_id = nullif(current_setting('app.org_id', true), ''))
  with check (org_id = nullif(current_setting('app.org_id', true), ''));
grant select, insert, delete on recording_track to coachvisio_tenant;

alter table recording_deletion enable row level security;
alter table recording_deletion force row level security;
create policy recording_deletion_of_organisation on recording_deletion to coachvisio_tenant
  using (org_id = nullif(current_setting('app.org_id', true), ''))
  with check (org_id = nullif(current_setting('app.org_id', true), ''));
grant select, insert on recording_deletion to coachvisio_tenant;

-- The purge finds what is due by name and age; the salt, and with it the sound, stays out of its reach.
create policy recording_of_platform on recording for select to coachvisio_system using (true);
grant select (org_id, session_id, storage, began_at, erasing) on recording to coachvisio_system;
