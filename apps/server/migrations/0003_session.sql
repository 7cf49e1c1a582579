-- Sessions, their turns and their tape. Every row belongs to one organisation, in every key.

create table session (
  org_id text not null references organisation (id) on delete cascade,
  id text not null,
  member_id text not null,
  scenario text not null,
  scenario_version integer not null,
  persona text not null,
  locale text not null check (locale in ('fr', 'en')),
  seed integer not null,
  engine_version text not null,
  status text not null check (status in ('ready', 'live', 'paused', 'ended')),
  duration_ms integer,
  elapsed_ms integer not null default 0,
  learner_turns integer not null default 0,
  trust jsonb not null default '[]',
  exit text,
  end_reason text,
  snapshot jsonb not null,
  -- Who may write: a node that takes a session over raises it, and the writes of the node before find no row.
  epoch integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, member_id) references member (org_id, id) on delete cascade
);
create index session_of_member on session (org_id, member_id, id desc);
create index session_unfinished on session (updated_at) where status <> 'ended';

create table turn (
  org_id text not null,
  session_id text not null,
  seq integer not null check (seq > 0),
  who text not null check (who in ('persona', 'learner')),
  text text not null,
  at_ms integer not null,
  delay_ms integer,
  voiced_by text check (voiced_by in ('bank', 'model')),
  expression text,
  client_turn_id text,
  -- Learner's turns: what the rules read in it and what it moved.
  signals jsonb,
  moves jsonb,
  state jsonb,
  -- The directive that follows a learner's turn, or that a persona's turn voiced: a later prompt repeats it to the letter.
  directive jsonb,
  created_at timestamptz not null default now(),
  primary key (org_id, session_id, seq),
  unique (org_id, session_id, client_turn_id),
  foreign key (org_id, session_id) references session (org_id, id) on delete cascade
);

-- Every event that the turn machine was given, without the words: a learner's turn is named by its number.
create table tape (
  org_id text not null,
  session_id text not null,
  n integer not null,
  event jsonb not null,
  primary key (org_id, session_id, n),
  foreign key (org_id, session_id) references session (org_id, id) on delete cascade
);

create table live_ticket (
  org_id text not null,
  hash text not null,
  session_id text not null,
  expires_at timestamptz not null,
  primary key (org_id, hash),
  foreign key (org_id, session_id) references session (org_id, id) on delete cascade
);

alter table session enable row level security;
alter table session force row level security;
create policy session_of_organisation on session to coachvisio_tenant
  using (org_id = nullif(current_setting('app.org_id', true), ''))
  with check (org_id = nullif(current_setting('app.org_id', true), ''));
grant select, insert, update, delete on session to coachvisio_tenant;

alter table turn enable row level security;
alter table turn force row level security;
create policy turn_of_organisation on turn to coachvisio_tenant
  using (org_id = nullif(current_setting('app.org_id', true), ''))
  with check (org_id = nullif(current_setting('app.org_id', true), ''));
grant select, insert, update, delete on turn to coachvisio_tenant;

alter table tape enable row level security;
alter table tape force row level security;
create policy tape_of_organisation on tape to coachvisio_tenant
  using (org_id = nullif(current_setting('app.org_id', true), ''))
  with check (org_id = nullif(current_setting('app.org_id', true), ''));
grant select, insert, delete on tape to coachvisio_tenant;

alter table live_ticket enable row level security;
alter table live_ticket force row level security;
create policy live_ticket_of_organisation on live_ticket to coachvisio_tenant
  using (org_id = nullif(current_setting('app.org_id', true), ''))
  with check (org_id = nullif(current_setting('app.org_id', true), ''));
grant select, insert, delete on live_ticket to coachvisio_tenant;

-- The platform finds sessions that were left unfinished, by name only: never what was said.
create policy session_of_platform on session for select to coachvisio_system using (true);
grant select (org_id, id, status, updated_at) on session to coachvisio_system;
