-- Tokens of machines: each acts as one login with that login's posts in one town, and for no more than its scopes.
create table token (
  town    integer not null,
  digest  bytea not null check (octet_length(digest) = 32),
  login   text collate "C" not null,
  name    text not null check (name <> ''),
  writes  boolean not null,
  issued  timestamptz not null,
  until   timestamptz not null,
  by      text collate "C" not null,
  revoked boolean not null default false,
  primary key (town, digest)
);
comment on table token is 'only a digest of each secret; the secret leads with the code of its town';
alter table token enable row level security;
alter table token force row level security;
create policy town_scope on token using (town = any ((select towns_in_scope())::integer[]))
  with check (town = any ((select towns_in_scope())::integer[]));
grant select, insert, update on token to ${app};
