-- Roles. They belong to the whole cluster, so another database may have made them, or be making them now: an existing
-- role is fine, and a grant that collides with another («tuple concurrently updated») is tried again.
do $$
declare
  wanted text;
  attempt int;
begin
  foreach wanted in array array['coachvisio_tenant', 'coachvisio_system', 'coachvisio_auth'] loop
    begin
      execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication', wanted);
    exception when duplicate_object or unique_violation then null;
    end;
    for attempt in 1..20 loop
      exit when pg_has_role(current_user, wanted, 'member') and not (select rolsuper from pg_roles where rolname = current_user);
      begin
        execute format('grant %I to %I', wanted, current_user);
        exit;
      exception when internal_error or unique_violation then
        if attempt = 20 then raise; end if;
        perform pg_sleep(0.05);
      end;
    end loop;
  end loop;
end
$$;

grant usage on schema public to coachvisio_tenant, coachvisio_system;

-- What happened: outbox of asynchronous work and audit trail in one. Rows hold ids and names of fields, never content.
create table event (
  org_id text not null,
  id text not null,
  position bigint generated always as identity,
  name text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  dispatched_at timestamptz,
  primary key (org_id, id)
);
create index event_undispatched on event (position) where dispatched_at is null;

alter table event enable row level security;
alter table event force row level security;
-- The setting is '' after a transaction that set it, hence nullif: no organisation sees no row.
create policy event_tenant on event to coachvisio_tenant
  using (org_id = nullif(current_setting('app.org_id', true), ''))
  with check (org_id = nullif(current_setting('app.org_id', true), ''));
create policy event_system on event to coachvisio_system using (true) with check (true);
-- An event is written once: nobody may change it, and only the platform may say that it was passed on.
grant select, insert on event to coachvisio_tenant;
grant select on event to coachvisio_system;
grant update (dispatched_at) on event to coachvisio_system;
