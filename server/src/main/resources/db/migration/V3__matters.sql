-- What happens to matters as time passes: which rungs of a ladder were reached, who was told, and what was sent where.

-- A rung of a matter's ladder that has been reached; its row is the reason that it happens once, whoever is running.
create table rung (
  town     integer not null,
  record   bigint not null,
  clock    text collate "C" not null,
  run      bigint not null,
  name     text collate "C" not null,
  at       timestamptz not null,
  document bigint,
  primary key (town, record, clock, run, name)
);
comment on column rung.run is 'seq of the entry the clock began with: a clock that begins anew climbs anew';
comment on column rung.document is 'the record drafted in matters.document, null where none was';

-- What a person is told on the site.
create table notification (
  town    integer not null,
  id      bigint not null generated always as identity,
  login   text collate "C" not null,
  record  bigint not null,
  ledger  text collate "C" not null,
  clock   text collate "C" not null,
  run     bigint not null,
  rung    text collate "C" not null,
  light   text collate "C" not null,
  say     text not null,
  at      timestamptz not null,
  read_at timestamptz,
  primary key (town, id),
  unique (town, record, clock, run, rung, login)
);
create index notification_login on notification (town, login, id);

-- What was sent outside, and how often it was tried.
create table delivery (
  town         integer not null,
  id           bigint not null generated always as identity,
  notification bigint not null,
  kind         text collate "C" not null check (kind in ('webhook', 'email')),
  address      text not null,
  tries        integer not null default 0,
  next_at      timestamptz not null,
  delivered_at timestamptz,
  given_up_at  timestamptz,
  answer       text not null default '',
  primary key (town, id),
  unique (town, notification, kind, address)
);
create index delivery_due on delivery (town, next_at) where delivered_at is null and given_up_at is null;

do $$
declare t text;
begin
  foreach t in array array['rung', 'notification', 'delivery'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy town_scope on %I using (town = any ((select towns_in_scope())::integer[])) with check (town = any ((select towns_in_scope())::integer[]))', t);
  end loop;
end $$;

-- The table of db-scheduler: which work is due, and which process has picked it. No business data.
create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

grant select, insert on rung to ${app};
grant select, insert, update on notification to ${app};
grant select, insert, update on delivery to ${app};
grant select, insert, update, delete on scheduled_tasks to ${app};
