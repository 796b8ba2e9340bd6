-- People, the organisations they work for, what they may do, and how they sign in. Nothing that lets anybody in is kept readable: passwords,
-- links and sessions are kept as hashes, secrets of second factors sealed with a key outside the database.
create table organisation (
  id text primary key,
  name text not null,
  state text,
  closed_at text,
  created_at text not null
);
create unique index organisation_name on organisation (name);
create table person (
  id text primary key,
  name text not null,
  email text not null,
  language text not null,
  password_hash text,
  disabled_at text,
  created_at text not null,
  version integer not null
);
create unique index person_email on person (email);
create index person_name on person (name, id);
create table role_grant (
  id text primary key,
  person_id text not null references person (id),
  role text not null,
  state text,
  organisation_id text references organisation (id),
  sections text not null,
  granted_by text not null,
  granted_at text not null,
  ended_by text,
  ended_at text
);
create index role_grant_person on role_grant (person_id);
create index role_grant_state on role_grant (state, role);
create table session (
  id text primary key,
  token_hash text not null,
  person_id text not null references person (id),
  method text not null,
  device text not null,
  started_at text not null,
  seen_at text not null,
  ended_at text
);
create unique index session_token on session (token_hash);
create index session_person on session (person_id, ended_at);
create table second_factor (
  id text primary key,
  person_id text not null references person (id),
  kind text not null,
  label text not null,
  secret text not null,
  handle text,
  counter bigint not null,
  added_at text not null,
  used_at text
);
create index second_factor_person on second_factor (person_id);
create unique index second_factor_handle on second_factor (handle);
create table outside_identity (
  id text primary key,
  person_id text not null references person (id),
  issuer text not null,
  subject text not null,
  added_at text not null
);
create unique index outside_identity_subject on outside_identity (issuer, subject);
create table one_time_link (
  id text primary key,
  token_hash text not null,
  purpose text not null,
  person_id text references person (id),
  made_by text not null,
  made_at text not null,
  ends_at text not null,
  used_at text
);
create unique index one_time_link_token on one_time_link (token_hash);
create index one_time_link_person on one_time_link (person_id);
create table sign_in_step (
  id text primary key,
  token_hash text not null,
  kind text not null,
  person_id text references person (id),
  content text not null,
  ends_at text not null
);
create unique index sign_in_step_token on sign_in_step (token_hash);
create index sign_in_step_ends on sign_in_step (ends_at);
create table known_device (
  id text primary key,
  token_hash text not null,
  person_id text not null references person (id),
  seen_at text not null
);
create unique index known_device_token on known_device (token_hash, person_id);
create index known_device_person on known_device (person_id);
create table throttle (
  name text primary key,
  failures integer not null,
  first_at text not null,
  free_at text not null
);
create index throttle_free on throttle (free_at);
