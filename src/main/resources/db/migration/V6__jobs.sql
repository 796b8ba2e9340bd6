-- Work that the program does by itself: a row for each job, with which node has it in hand.
create table job (
  name text primary key,
  next_run_at text not null,
  -- the run in hand; null while nobody has it
  run_id text,
  -- counted up by the node that has it; a count that stands still is a node that died
  beat bigint not null,
  -- who asked for it to be run now
  asked_by text
);
-- What it did, run by run.
create table job_run (
  id text primary key,
  job text not null references job (name),
  node text not null,
  asked_by text,
  started_at text not null,
  ended_at text,
  outcome text not null,
  -- JSON: numbers by name
  counts text not null,
  failure text
);
create index job_run_job on job_run (job, id);
