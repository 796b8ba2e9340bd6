-- Who the victims are, apart from everything else that is known of them. What stands in a column called sealed can be read only with a key that is in
-- no database and no backup; victim_no is the record's code in the register, which says nothing of the person.
create table victim_file (
  state text not null,
  victim_no text not null,
  version integer not null,
  purpose text not null,
  basis text not null,
  keep_until_on text not null,
  -- the identity as JSON; null once it is erased
  sealed text,
  -- the photograph, sealed, in the store of files
  photo_sha256 text,
  opened_by text not null,
  opened_at text not null,
  changed_by text not null,
  changed_at text not null,
  erased_by text,
  erased_at text,
  primary key (state, victim_no)
);
create index victim_file_keep_until on victim_file (state, keep_until_on);
-- The key that seals now, so that nothing is sealed with one that is being retired; uses counts what was sealed since.
create table victim_vault (
  one integer primary key,
  key_name text not null,
  uses bigint not null
);
-- Keys, sealed, of the codes by which a name is found.
create table victim_index_key (
  id text primary key,
  sealed text not null,
  made_at text not null
);
-- A code for each word of a name and for each number: HMAC-SHA-256, which tells nothing without its key.
create table victim_code (
  state text not null,
  victim_no text not null,
  key_id text not null references victim_index_key (id),
  code text not null,
  primary key (state, victim_no, code)
);
create index victim_code_code on victim_code (state, code);
-- What was asked and answered, the latest answer of a kind holds.
create table victim_consent (
  id text primary key,
  state text not null,
  victim_no text not null,
  sharing text not null,
  answer text not null,
  given_by text not null,
  recorded_by text not null,
  recorded_at text not null
);
create index victim_consent_file on victim_consent (state, victim_no, sharing);
-- Services, referrals and follow-up; sealed: provider and note.
create table victim_step (
  id text primary key,
  state text not null,
  victim_no text not null,
  kind text not null,
  service text not null,
  began_on text not null,
  done_on text,
  sealed text not null,
  recorded_by text not null,
  recorded_at text not null
);
create index victim_step_file on victim_step (state, victim_no, began_on);
-- Wishes to take identities out; sealed: for whom and why.
create table victim_export (
  id text primary key,
  state text not null,
  sharing text not null,
  sealed text not null,
  asked_by text not null,
  asked_at text not null,
  confirmed_by text,
  confirmed_at text,
  taken_at text,
  people integer
);
create index victim_export_state on victim_export (state, asked_at);
-- Breaches of the secrecy of the vault; sealed: what happened and what was done.
create table victim_breach (
  id text primary key,
  state text not null,
  noticed_on text not null,
  people integer,
  sealed text not null,
  recorded_by text not null,
  recorded_at text not null
);
