-- Accounts: who somebody is, before any organisation. A schema and a role of their own; no other role may look inside.
create schema auth;
grant usage on schema auth to coachvisio_auth;

create table auth.account_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  is_anonymous boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth.session (
  id text primary key,
  user_id text not null references auth.account_user (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_of_user on auth.session (user_id);

create table auth.credential (
  id text primary key,
  user_id text not null references auth.account_user (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index credential_of_user on auth.credential (user_id);

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

-- A key acts as one member of one organisation. Only its hash is kept.
create table auth.api_key (
  id text primary key,
  org_id text not null,
  member_id text not null,
  user_id text not null references auth.account_user (id) on delete cascade,
  name text not null,
  start text not null,
  hash text not null unique,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index api_key_member on auth.api_key (org_id, member_id);
alter table auth.api_key enable row level security;
alter table auth.api_key force row level security;
create policy api_key_auth on auth.api_key to coachvisio_auth using (true) with check (true);

grant select, insert, update, delete on all tables in schema auth to coachvisio_auth;

-- Organisations and who belongs to them.
create table organisation (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('personal', 'demo')),
  created_at timestamptz not null default now()
);
-- One demo organisation, however many processes start at once.
create unique index organisation_demo on organisation (kind) where kind = 'demo';

create table member (
  org_id text not null references organisation (id) on delete cascade,
  id text not null,
  user_id text not null,
  role text not null check (role in ('owner', 'admin', 'manager', 'coach', 'learner', 'dpo')),
  name text not null,
  locale text not null check (locale in ('fr', 'en')),
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, user_id)
);
create index member_of_user on member (user_id);
create index member_demo on member (created_at) where demo;

alter table organisation enable row level security;
alter table organisation force row level security;
alter table member enable row level security;
alter table member force row level security;
create policy organisation_tenant on organisation to coachvisio_tenant
  using (id = nullif(current_setting('app.org_id', true), ''))
  with check (id = nullif(current_setting('app.org_id', true), ''));
create policy member_tenant on member to coachvisio_tenant
  using (org_id = nullif(current_setting('app.org_id', true), ''))
  with check (org_id = nullif(current_setting('app.org_id', true), ''));
-- The platform looks members up before it knows their organisation; it changes nothing here.
create policy organisation_system on organisation for select to coachvisio_system using (true);
create policy member_system on member for select to coachvisio_system using (true);

grant select, insert, update, delete on organisation, member to coachvisio_tenant;
grant select on organisation, member to coachvisio_system;
