-- What is sent back and what files lie beside a record are entries of its own.
alter table entry drop constraint entry_kind_check;
alter table entry add constraint entry_kind_check
  check (kind in ('open', 'change', 'correct', 'move', 'review', 'void', 'return', 'attach'));

-- What files beside records hold, sealed under the record's key: destroying the key makes them unreadable with the rest.
create table attachment (
  town    integer not null,
  record  bigint not null,
  digest  bytea not null check (octet_length(digest) = 32),
  content bytea not null,
  primary key (town, record, digest)
);
comment on column attachment.digest is 'SM3 of the file as it was laid there; the entry names it too';
alter table attachment alter column content set storage external;

-- Forms that somebody began and has not sent. No part of the books; sealed as a whole, for they hold what was typed.
create table draft (
  town    integer not null,
  login   text collate "C" not null,
  ledger  text collate "C" not null,
  record  bigint not null,
  saved   timestamptz not null,
  content bytea not null,
  master  text collate "C" not null,
  primary key (town, login, ledger, record)
);
comment on column draft.record is 'the record it is about, 0 for a new one';
comment on column draft.master is 'which master key sealed it';

do $$
declare t text;
begin
  foreach t in array array['attachment', 'draft'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy town_scope on %I using (town = any ((select towns_in_scope())::integer[])) with check (town = any ((select towns_in_scope())::integer[]))', t);
  end loop;
end $$;

grant select, insert on attachment to ${app};
grant select, insert, update, delete on draft to ${app};
