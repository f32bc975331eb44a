-- Files chosen in a form that is not sent yet. No part of the books; sealed as a whole, as drafts are.
create table upload (
  town    integer not null,
  login   text collate "C" not null,
  digest  bytea not null check (octet_length(digest) = 32),
  name    text not null,
  type    text not null,
  size    bigint not null,
  at      timestamptz not null,
  content bytea not null,
  master  text collate "C" not null,
  primary key (town, login, digest)
);
comment on column upload.digest is 'SM3 of the file as it was chosen';
comment on column upload.master is 'which master key sealed it';
alter table upload alter column content set storage external;

alter table upload enable row level security;
alter table upload force row level security;
create policy town_scope on upload using (town = any ((select towns_in_scope())::integer[]))
  with check (town = any ((select towns_in_scope())::integer[]));

grant select, insert, update, delete on upload to ${app};
