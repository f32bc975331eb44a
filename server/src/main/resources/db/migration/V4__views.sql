-- Looking through ledgers: what a table of a million records needs, and the views that people keep.

-- Counting a ledger, or what a person sees of it, reads this index and no record.
create index record_seen on record (town, ledger, void, area, reviewed, version);

-- A way of looking at a ledger that somebody keeps: filters, order and columns as the page's address has them.
create table saved_view (
  town   integer not null,
  id     bigint not null generated always as identity,
  ledger text collate "C" not null,
  login  text collate "C" not null,
  title  text not null check (title <> ''),
  query  text not null,
  shared boolean not null default false,
  at     timestamptz not null,
  primary key (town, id)
);
comment on column saved_view.shared is 'seen by everybody who reads the ledger; others see no more of it than their own posts show';
create unique index saved_view_title on saved_view (town, ledger, login, title);
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy town_scope on saved_view using (town = any ((select towns_in_scope())::integer[]))
  with check (town = any ((select towns_in_scope())::integer[]));

grant select, insert, update, delete on saved_view to ${app};

-- Without this no query under row-level security may use a second processor.
alter function towns_in_scope() parallel safe;
