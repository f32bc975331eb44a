-- Who signs in, and what was seen, changed and taken away. Which posts a person holds stands in the books (system.staff).

-- The register of people who sign in. Like the register of towns it belongs to none of them and holds no business data.
create table account (
  id          integer primary key generated always as identity,
  login       text collate "C" not null unique check (login ~ '^[a-z][a-z0-9_.-]{1,39}$'),
  name        text not null check (name <> ''),
  password    text not null,
  renew       boolean not null default false,
  disabled    boolean not null default false,
  created_at  timestamptz not null,
  password_at timestamptz not null
);
comment on column account.password is 'Argon2id; null is never a password';
comment on column account.renew is 'the password was set by somebody else: its owner sets another at the next sign-in';

-- A signed-in browser. Only a digest of its secret is kept.
create table session (
  token   bytea primary key check (octet_length(token) = 32),
  account integer not null references account on delete cascade,
  started timestamptz not null,
  seen    timestamptz not null,
  address text not null,
  agent   text not null
);
create index session_account on session (account);

-- Failed sign-ins, per account and per address; an entry is forgotten once its time is over.
create table sign_in_failure (
  subject  text collate "C" primary key,
  failures integer not null,
  since    timestamptz not null,
  until    timestamptz not null
);

-- What people did beyond entering, which the books themselves remember.
create table trace (
  town    integer not null,
  n       bigint not null generated always as identity,
  at      timestamptz not null,
  login   text collate "C" not null,
  act     text collate "C" not null,
  subject text not null,
  detail  text not null default '',
  address text not null default '',
  primary key (town, n)
);
comment on table trace is 'append-only: signed in, revealed, exported, refused, printed';
create index trace_at on trace (town, at);
create trigger trace_append_only before update or delete on trace for each row execute function refuse_rewriting();
create trigger trace_no_truncate before truncate on trace for each statement execute function refuse_rewriting();
alter table trace enable row level security;
alter table trace force row level security;
create policy town_scope on trace using (town = any ((select towns_in_scope())::integer[]))
  with check (town = any ((select towns_in_scope())::integer[]));

grant select, insert, update on account to ${app};
grant select, insert, update, delete on session to ${app};
grant select, insert, update, delete on sign_in_failure to ${app};
grant select, insert on trace to ${app};
