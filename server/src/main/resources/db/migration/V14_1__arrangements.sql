-- The order of a large ledger's records by one field: made where somebody looks at such a ledger, brought up to date before each use.
create table arrangement (
  town    integer not null,
  id      integer not null generated always as identity,
  ledger  text collate "C" not null,
  field   text collate "C" not null,
  form    text collate "C" not null,
  through bigint not null,
  primary key (town, id)
);
comment on column arrangement.form is 'how the key was made of the field; a field that is declared otherwise is arranged anew';
comment on column arrangement.through is 'seq of the newest entry of the books that it knows';
create unique index arrangement_of on arrangement (town, ledger, field, form);

create table arranged (
  town        integer not null,
  arrangement integer not null,
  key         text collate "C" not null,
  record      bigint not null,
  primary key (town, arrangement, key, record)
);
comment on table arranged is 'keys that records have or once had: a reader takes those that the record has now';

-- A number as a text that sorts as numbers do: text is compared below row-level security with the help of an index, numeric is not.
create function sort_text(n numeric) returns text language plpgsql immutable strict parallel safe as $$
declare
  whole text := trunc(abs(n))::text;
  digits text := lpad(length(whole)::text, 2, '0') || trim_scale(abs(n))::text;
begin
  return case when n >= 0 then 'p' || digits else 'n' || translate(digits, '0123456789', '9876543210') || '~' end;
end $$;

do $$
declare t text;
begin
  foreach t in array array['arrangement', 'arranged'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy town_scope on %I using (town = any ((select towns_in_scope())::integer[])) with check (town = any ((select towns_in_scope())::integer[]))', t);
  end loop;
end $$;

grant select, insert, update, delete on arrangement to ${app};
grant select, insert, delete on arranged to ${app};
