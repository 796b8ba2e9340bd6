-- The depositary's desk: treaty actions, declarations and corrections, from draft to confirmed. A confirmed row is never changed again.
create table depositary_entry (
  id text primary key,
  number bigint not null,
  version integer not null,
  status text not null,
  state text not null,
  act text not null,
  happened text not null,
  effective_on text,
  summary text not null,
  source text not null,
  link text not null,
  note text not null,
  corrects_file text,
  corrects_line integer,
  corrects_fields text,
  manner text,
  why text,
  document_sha256 text,
  document_name text,
  document_type text,
  document_bytes bigint,
  author_id text not null,
  created_at text not null,
  changed_at text not null,
  proposed_at text,
  settled_by_id text,
  settled_as text,
  settled_at text,
  settled_because text,
  place bigint
);
create unique index depositary_entry_number on depositary_entry (number);
create unique index depositary_entry_place on depositary_entry (place);
create index depositary_entry_status on depositary_entry (status, number);
create index depositary_entry_state on depositary_entry (state, number);
-- Who wrote something of an entry: none of them may confirm it.
create table depositary_writer (
  entry_id text not null references depositary_entry (id),
  person_id text not null references person (id),
  primary key (entry_id, person_id)
);
-- The last number given, and how many entries were confirmed: a node that sees another count reads the record anew.
create table depositary_count (
  id integer primary key,
  numbered bigint not null,
  confirmed bigint not null
);
insert into depositary_count (id, numbered, confirmed) values (1, 0, 0);
