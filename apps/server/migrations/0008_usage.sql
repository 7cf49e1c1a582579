-- What conversations cost and how fast they were, and how many may be live at once. Figures and names only, never a word.

-- One call to a provider.
create table provider_call (
  org_id text not null,
  session_id text not null,
  n integer not null check (n > 0),
  role text not null check (role in ('think', 'speak', 'hear')),
  provider text not null,
  model text not null,
  began_at timestamptz not null,
  -- To the first word or sound; null where none came.
  first_ms integer,
  whole_ms integer not null,
  tokens_in integer,
  tokens_cached integer,
  tokens_out integer,
  characters integer,
  seconds double precision,
  -- Null where nobody said what the model costs, or the provider did not count.
  eur double precision,
  error text,
  primary key (org_id, session_id, n),
  foreign key (org_id, session_id) references session (org_id, id) on delete cascade
);

-- How long a learner waited: from their last word to each of these.
create table turn_latency (
  org_id text not null,
  session_id text not null,
  seq integer not null check (seq > 0),
  spoken boolean not null,
  committed_ms integer not null,
  first_token_ms integer,
  first_audio_ms integer,
  primary key (org_id, session_id, seq),
  foreign key (org_id, session_id) references session (org_id, id) on delete cascade
);

-- Conversations that have a place now. Renewed by the process that plays them; one that died lets go of them by itself.
create table live_place (
  org_id text not null,
  session_id text not null,
  since timestamptz not null,
  until timestamptz not null,
  primary key (org_id, session_id),
  foreign key (org_id, session_id) references session (org_id, id) on delete cascade
);
create index live_place_until on live_place (until);

-- Those that wait for one, first come, first served. Whoever stops asking loses their place in the queue.
create table live_queue (
  org_id text not null,
  session_id text not null,
  asked_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (org_id, session_id),
  foreign key (org_id, session_id) references session (org_id, id) on delete cascade
);

-- Processes that play conversations, and how many each has room for. They belong to the platform, to no organisation.
create table live_process (
  id text primary key,
  most integer not null,
  seen_at timestamptz not null
);
grant select, insert, update, delete on live_process to coachvisio_system;

alter table provider_call enable row level security;
alter table provider_call force row level security;
create policy provider_call_of_organisation on provider_call to coachvisio_tenant
  using (org_id = nullif(current_setting('app.org_id', true), ''))
  with check (org_id = nullif(current_setting('app.org_id', true), ''));
grant select, insert on provider_call to coachvisio_tenant;

alter table turn_latency enable row level security;
alter table turn_latency force row level security;
create policy turn_latency_of_organisation on turn_latency to coachvisio_tenant
  using (org_id = nullif(current_setting('app.org_id', true), ''))
  with check (org_id = nullif(current_setting('app.org_id', true), ''));
grant select, insert, update on turn_latency to coachvisio_tenant;

-- Places are given across organisations, by the platform, which knows sessions by name only.
alter table live_place enable row level security;
alter table live_place force row level security;
create policy live_place_of_platform on live_place to coachvisio_system using (true) with check (true);
grant select, insert, update, delete on live_place to coachvisio_system;

alter table live_queue enable row level security;
alter table live_queue force row level security;
create policy live_queue_of_platform on live_queue to coachvisio_system using (true) with check (true);
grant select, insert, update, delete on live_queue to coachvisio_system;

-- How long conversations last tells how long others wait.
grant select (elapsed_ms, ended_at) on session to coachvisio_system;
create index session_ended on session (ended_at desc) where ended_at is not null;
