-- Files people bring: each once, under the SHA-256 of its bytes, in pieces, so that the database is the one thing to back up.
create table stored_file (
  sha256 text primary key,
  size_bytes bigint not null,
  recorded_at text not null
);
create table stored_file_piece (
  sha256 text not null references stored_file (sha256),
  place integer not null,
  content bytea not null,
  primary key (sha256, place)
);
-- Where the audit trail ended on each day, to be printed or mailed; and the way from a day to its entries.
create table audit_daily_head (
  kept_on text primary key,
  number bigint not null,
  hash text not null,
  recorded_at text not null
);
create index audit_entry_subject_kind on audit_entry (subject_kind, number);
create index audit_entry_recorded_at on audit_entry (recorded_at, number);
-- Backups made by, and restored into, this installation. Not part of a backup: its files are elsewhere.
create table backup_run (
  id text primary key,
  kind text not null,
  file text not null,
  recorded_at text not null,
  size_bytes bigint not null,
  content_hash text not null
);
create index backup_run_recorded_at on backup_run (recorded_at);
