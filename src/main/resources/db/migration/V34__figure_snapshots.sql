-- Figures as they were when somebody froze them, each with the records that it counted: so that what has changed since can be told record by record.
create table register_snapshot (
  id text not null primary key,
  state text not null,
  from_on text not null,
  until_on text not null,
  frozen_at text not null,
  author text not null,
  -- each figure of the whole State: its value, and number, version, code and value of each record, as JSON
  figures text not null,
  figures_sha256 text not null
);
create index register_snapshot_state on register_snapshot (state, from_on, until_on, frozen_at);
