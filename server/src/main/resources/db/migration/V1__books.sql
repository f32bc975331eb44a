-- The books: one append-only chain of entries per town and what is computed from it.
-- Every table of business data leads with the town and is closed by row-level security: a transaction sees
-- the towns it named with set_config('taizhang.towns', '1,2', true) and no others; naming none shows nothing.

-- Only head refers to the register: nothing is written without its row locked, and a check per row would double the cost of an
-- append.

-- The register of towns holds names only, no business data, and is readable by every session.
create table town (
  id   integer primary key generated always as identity,
  code text not null unique check (code ~ '^[a-z][a-z0-9_-]{0,31}$'),
  name text not null check (name <> '')
);

-- The newest entry of a town. Appending locks this row until commit, so seq is gapless and the chain has one tail.
create table head (
  town      integer primary key references town,
  seq       bigint not null default 0,
  hash      bytea not null check (octet_length(hash) = 32),
  at        timestamptz not null default '-infinity',
  books_seq bigint not null default 0
);
comment on column head.books_seq is 'newest entry of a system ledger: areas, packs, closures; a reader whose copy is older reloads';

create table entry (
  town         integer not null,
  seq          bigint not null,
  ledger       text collate "C" not null,
  record       bigint not null,
  kind         text collate "C" not null check (kind in ('open', 'change', 'correct', 'move', 'review', 'void')),
  of_version   bigint,
  area         text collate "C",
  effective_on date,
  state        text collate "C",
  pack         bigint not null,
  by           text collate "C" not null,
  at           timestamptz not null,
  reason       text collate "C",
  bytes        bytea not null,
  hash         bytea not null,
  primary key (town, seq)
);
comment on table entry is 'append-only; the columns are an index of bytes, which is what was hashed';
comment on column entry.record is 'the seq of the entry that opened the record';
comment on column entry.pack is 'the seq of the adoption entry of the pack the ledger was declared by';
create index entry_record on entry (town, record, seq);

-- What was submitted under an idempotency key, by the client whose key it is.
create table submission (
  town   integer not null,
  client text collate "C" not null,
  key    text collate "C" not null,
  seq    bigint not null,
  record bigint not null,
  body   bytea not null,
  primary key (town, client, key)
);
comment on column submission.body is 'keyed fingerprint of what was submitted: the same key with another body is refused';

create table record (
  town      integer not null,
  id        bigint not null,
  ledger    text collate "C" not null,
  area      text collate "C",
  state     text collate "C",
  opened_on date,
  version   bigint not null,
  reviewed  bigint not null default 0,
  void      boolean not null default false,
  image     jsonb not null,
  duplicate text collate "C",
  primary key (town, id)
);
comment on table record is 'current image of each record: a cache of the entries, rebuilt by replay';
comment on column record.version is 'seq of the newest entry of the record; a writer names the one it saw';
comment on column record.reviewed is 'seq of the newest review entry, 0 where none';
comment on column record.duplicate is 'what makes a record the same thing twice within its ledger; keyed hash where a personal field takes part';
create index record_ledger on record (town, ledger, id);
create unique index record_duplicate on record (town, ledger, duplicate) where duplicate is not null and not void;

create table posting (
  town      integer not null,
  seq       bigint not null,
  n         integer not null,
  record    bigint not null,
  indicator text collate "C" not null,
  area      text collate "C" not null,
  on_date   date not null,
  belongs   date not null,
  starts    date,
  stage     text collate "C" not null check (stage in ('approved', 'pending')),
  slice     text collate "C" not null default '',
  key       text collate "C" not null default '',
  amount    numeric not null,
  mark      smallint not null default 0,
  primary key (town, seq, n)
);
comment on column posting.on_date is 'the day it stands in: belongs, or the first open day where that was closed';
comment on column posting.belongs is 'the day it belongs to (所属期); the last day of the period for a stated value';
comment on column posting.starts is 'first day of the period of a stated value, else null';
comment on column posting.mark is 'stated values only: 1 where the value appears, -1 where it is withdrawn, 0 where its amount changes';
create index posting_indicator on posting (town, indicator, on_date);

create table balance (
  town      integer not null,
  indicator text collate "C" not null,
  area      text collate "C" not null,
  month     integer not null,
  slice     text collate "C" not null default '',
  stage     text collate "C" not null,
  amount    numeric not null,
  postings  bigint not null,
  primary key (town, indicator, area, month, slice, stage)
) with (fillfactor = 70);
comment on table balance is 'sum of postings per month for an area and everything below it: a cache, rebuilt from postings';

-- One key per record with personal fields; destroying the row makes those fields unreadable for ever.
create table record_key (
  town    integer not null,
  record  bigint not null,
  wrapped bytea not null,
  master  text collate "C" not null,
  primary key (town, record)
);
comment on column record_key.master is 'which master key wrapped this one';

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'entries and postings are append-only: % on % refused', tg_op, tg_table_name using errcode = 'TZ001';
end $$;
create trigger entry_append_only before update or delete on entry for each row execute function refuse_rewriting();
create trigger entry_no_truncate before truncate on entry for each statement execute function refuse_rewriting();
create trigger posting_append_only before update or delete on posting for each row execute function refuse_rewriting();
create trigger posting_no_truncate before truncate on posting for each statement execute function refuse_rewriting();

-- Evaluated once per statement. Without a list: an error where it was never set, no row where it is empty.
create function towns_in_scope() returns integer[] language sql stable as $$
  select string_to_array(current_setting('taizhang.towns'), ',')::integer[]
$$;

do $$
declare t text;
begin
  foreach t in array array['head', 'entry', 'submission', 'record', 'posting', 'balance', 'record_key'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy town_scope on %I using (town = any ((select towns_in_scope())::integer[])) with check (town = any ((select towns_in_scope())::integer[]))', t);
  end loop;
end $$;

-- Registers a town unless it is there, with the head its chain begins from; for the owner only.
create function register_town(wanted text, called text, genesis bytea) returns integer language plpgsql as $$
declare found_id integer;
begin
  insert into town (code, name) values (wanted, called) on conflict (code) do nothing;
  select id into strict found_id from town where code = wanted;
  perform set_config('taizhang.towns', found_id::text, true);
  insert into head (town, hash) values (found_id, genesis) on conflict (town) do nothing;
  return found_id;
end $$;
revoke execute on function register_town from public;

-- Takes a town off the register whose books hold nothing; refused by the foreign keys where they do.
create function unregister_town(wanted text) returns void language plpgsql as $$
declare found_id integer;
begin
  select id into found_id from town where code = wanted;
  if found_id is not null then
    perform set_config('taizhang.towns', found_id::text, true);
    delete from head where town = found_id and seq = 0;
    delete from town where id = found_id;
  end if;
end $$;
revoke execute on function unregister_town from public;

grant usage on schema public to ${app};
grant select on town to ${app};
grant select, update on head to ${app};
grant select, insert on entry, posting, submission to ${app};
grant select, insert, update on record to ${app};
grant select, insert, update on balance to ${app};
grant select, insert, update, delete on record_key to ${app};
