-- Texts that were given to the reader, and what people made of what it found. No part of the books.

-- A version of a document as it was given; never changed.
create table manuscript (
  town     integer not null,
  document integer not null,
  version  integer not null,
  name     text not null check (name <> ''),
  year     integer not null,
  sha256   text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
  text     text not null,
  by       text collate "C" not null,
  at       timestamptz not null,
  primary key (town, document, version)
);
comment on column manuscript.year is 'the year it looks back on as its giver said, 0 to find it in the text';
comment on column manuscript.sha256 is 'of the file as it was given';

-- What people decided on findings; the newest of a fingerprint holds, and open takes it back.
create table manuscript_ruling (
  town        integer not null,
  document    integer not null,
  n           bigint not null generated always as identity,
  fingerprint text collate "C" not null,
  rule        text collate "C" not null,
  words       text not null,
  context     text not null,
  figures     text not null,
  verdict     text not null check (verdict in ('accept', 'dismiss', 'open')),
  reason      text not null,
  by          text collate "C" not null,
  at          timestamptz not null,
  primary key (town, document, n)
);

-- Which indicator a person said a claim speaks of; empty for none. The newest of a fingerprint holds.
create table manuscript_choice (
  town        integer not null,
  document    integer not null,
  n           bigint not null generated always as identity,
  fingerprint text collate "C" not null,
  indicator   text collate "C" not null,
  by          text collate "C" not null,
  at          timestamptz not null,
  primary key (town, document, n)
);

-- The records that claims and commitments became: each at most once.
create table manuscript_made (
  town        integer not null,
  document    integer not null,
  kind        text collate "C" not null check (kind in ('stated', 'task')),
  fingerprint text collate "C" not null,
  record      bigint not null,
  words       text not null,
  by          text collate "C" not null,
  at          timestamptz not null,
  primary key (town, document, kind, fingerprint)
);
create index manuscript_made_record on manuscript_made (town, record);

do $$
declare t text;
begin
  foreach t in array array['manuscript', 'manuscript_ruling', 'manuscript_choice', 'manuscript_made'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy town_scope on %I using (town = any ((select towns_in_scope())::integer[])) with check (town = any ((select towns_in_scope())::integer[]))', t);
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_rewriting()', t || '_append_only', t);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_rewriting()', t || '_no_truncate', t);
  end loop;
end $$;

grant select, insert on manuscript, manuscript_ruling, manuscript_choice, manuscript_made to ${app};
