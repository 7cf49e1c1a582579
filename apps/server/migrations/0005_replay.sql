-- A session may take another up where it stood: the turns before are its own copies, so that either may be deleted alone.

alter table session
  add column replay_of text,
  add column replay_from integer,
  add constraint session_replay foreign key (org_id, replay_of) references session (org_id, id) on delete set null (replay_of),
  add constraint session_replay_from check (replay_of is null or replay_from is not null);
create index session_replayed on session (org_id, replay_of) where replay_of is not null;
