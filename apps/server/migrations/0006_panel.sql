-- Who made a rating and by what: the rules, a panel of models beside them, or a person who corrects a level and says why.
alter table report
  add column kind text not null default 'rules' check (kind in ('rules', 'panel', 'override')),
  -- Versions, seed and raters as they were then; absent in rows that are older than this column.
  add column provenance jsonb,
  add column reason text,
  add column by_member text,
  add constraint report_by_member foreign key (org_id, by_member) references member (org_id, id) on delete set null (by_member),
  add constraint report_override check (kind = 'override' or (reason is null and by_member is null));

-- What each model rater answered about each criterion, for as long as the session is there. `rater` is the one of the report
-- that was made of it, and `n` the rater's number in the panel.
create table rater_answer (
  org_id text not null,
  session_id text not null,
  rater text not null,
  competency text not null,
  n integer not null check (n > 0),
  model text not null,
  prompt_hash text not null,
  seed integer not null,
  grid_version integer not null,
  level integer check (level between 1 and 5),
  -- Those that were found in the turn they name; no others are kept.
  quotes jsonb not null,
  reason text,
  problem text check (problem in ('malformed', 'refused', 'no_quote', 'abstained', 'timeout', 'unreachable')),
  created_at timestamptz not null default now(),
  primary key (org_id, session_id, rater, competency, n),
  foreign key (org_id, session_id) references session (org_id, id) on delete cascade,
  constraint rater_answer_counts check ((level is null) = (problem is not null))
);

alter table rater_answer enable row level security;
alter table rater_answer force row level security;
create policy rater_answer_of_organisation on rater_answer to coachvisio_tenant
  using (org_id = nullif(current_setting('app.org_id', true), ''))
  with check (org_id = nullif(current_setting('app.org_id', true), ''));
grant select, insert, update on rater_answer to coachvisio_tenant;
