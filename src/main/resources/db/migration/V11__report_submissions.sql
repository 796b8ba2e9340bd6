-- What was handed in or received. The snapshot and its files are never changed; a correction is another row.
create table report_submission (
  id text primary key,
  state text not null,
  number integer not null,
  year_covered integer not null,
  round integer not null,
  kind text not null,
  way text not null,
  languages text not null,
  snapshot text,
  identity text not null,
  reason text not null,
  draft_id text references report_draft (id),
  submitted_by_id text not null references person (id),
  recorded_at text not null,
  submitted_on text not null,
  received_on text,
  received_by_id text,
  published_at text,
  published_by_id text,
  published_content text,
  published_sha256 text
);
create unique index report_submission_number on report_submission (state, number);
create unique index report_submission_round on report_submission (state, year_covered, round);
create index report_submission_year on report_submission (year_covered, state);
create table report_submission_file (
  submission_id text not null references report_submission (id),
  place integer not null,
  name text not null,
  media_type text not null,
  language text not null,
  sha256 text not null,
  size_bytes bigint not null,
  primary key (submission_id, place)
);
create index report_submission_file_hash on report_submission_file (sha256);
-- What the secretariat asks about one field, and what the State answers.
create table report_question (
  id text primary key,
  submission_id text not null references report_submission (id),
  place text not null,
  question text not null,
  asked_by_id text not null references person (id),
  asked_at text not null,
  answer text,
  answered_by_id text,
  answered_at text
);
create index report_question_submission on report_question (submission_id, asked_at);
-- The last number given to a submission of each State.
create table report_count (
  state text primary key,
  numbered integer not null
);
