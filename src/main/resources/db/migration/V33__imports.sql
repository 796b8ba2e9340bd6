-- What somebody chose for an import (repairs, mapping), and what was told of it, as JSON.
alter table register_batch add column choices text;
alter table register_batch add column told text;
-- An import that somebody confirmed on a page: it runs by itself, and its outcome waits here.
create table register_import (
  id text not null primary key,
  state text not null,
  kind text not null,
  file_name text not null,
  file_sha256 text not null,
  author text not null,
  -- waiting, running, done, failed, cancelled
  status text not null,
  confirmed_at text not null,
  ended_at text,
  -- the import that it became
  batch bigint,
  -- the problem that stopped it, as JSON
  problem text
);
create index register_import_state on register_import (state, confirmed_at);
-- How the columns of files with these headers are understood; a later row of the same name stands in for the earlier.
create table register_mapping (
  id text not null primary key,
  state text not null,
  organisation_id text,
  name text not null,
  kind text not null,
  -- SHA-256 over the headers in their order
  headers_sha256 text not null,
  -- column to field, as JSON; an empty field keeps the column beside the record
  columns text not null,
  author text not null,
  saved_at text not null,
  replaced_at text
);
create index register_mapping_headers on register_mapping (state, headers_sha256);
