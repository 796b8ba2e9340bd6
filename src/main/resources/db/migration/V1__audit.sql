-- Who did what, when, why, from what to what. Rows are added, never changed; each holds the hash of the one before.
create table audit_entry (
  number bigint primary key,
  recorded_at text not null,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject text not null,
  state text,
  reason text,
  changes text not null,
  previous_hash text not null,
  hash text not null
);
create index audit_entry_subject on audit_entry (subject_kind, subject, number);
create index audit_entry_actor on audit_entry (actor, number);
create index audit_entry_state on audit_entry (state, number);
create index audit_entry_action on audit_entry (action, number);
create table audit_head (
  id integer primary key,
  number bigint not null,
  hash text not null,
  recorded_at text not null
);
insert into audit_head (id, number, hash, recorded_at) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', '1970-01-01T00:00:00.000000Z');
