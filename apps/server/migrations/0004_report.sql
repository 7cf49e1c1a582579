-- The debrief of a session, as it was written then. Re-scoring adds a row; the newest one is shown.

create table report (
  org_id text not null,
  id text not null,
  session_id text not null,
  member_id text not null,
  rater text not null,
  body jsonb not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, session_id, rater),
  foreign key (org_id, session_id) references session (org_id, id) on delete cascade,
  foreign key (org_id, member_id) references member (org_id, id) on delete cascade
);

alter table report enable row level security;
alter table report force row level security;
create policy report_of_organisation on report to coachvisio_tenant
  using (org_id = nullif(current_setting('app.org_id', true), ''))
  with check (org_id = nullif(current_setting('app.org_id', true), ''));
grant select, insert, update, delete on report to coachvisio_tenant;
