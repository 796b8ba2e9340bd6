-- Reports being written: one draft of a State, a year and a round (0 is the report itself, each correction one more).
create table report_draft (
  id text primary key,
  state text not null,
  year_covered integer not null,
  round integer not null,
  status text not null,
  version integer not null,
  from_submission_id text,
  opened_by_id text not null references person (id),
  opened_at text not null,
  changed_at text not null,
  cleared_by_id text,
  cleared_at text
);
create unique index report_draft_place on report_draft (state, year_covered, round);
-- The text of each part as it is now. The part is env or the prefix of a subject; the content is the canonical JSON of a report with that part alone.
create table report_draft_part (
  draft_id text not null references report_draft (id),
  part text not null,
  revision integer not null,
  progress text not null,
  content text not null,
  returned_because text not null,
  writer_id text references person (id),
  changed_at text not null,
  primary key (draft_id, part)
);
-- Every text that was ever saved. One with a revision was the text of its time; one without was set aside because another was saved meanwhile.
create table report_draft_revision (
  id text primary key,
  draft_id text not null references report_draft (id),
  part text not null,
  revision integer,
  began_from integer not null,
  content text not null,
  writer_id text not null references person (id),
  recorded_at text not null,
  settled_at text
);
create unique index report_draft_revision_place on report_draft_revision (draft_id, part, revision);
-- Who wrote something of a draft: none of them may approve it.
create table report_draft_writer (
  draft_id text not null references report_draft (id),
  person_id text not null references person (id),
  primary key (draft_id, person_id)
);
-- What is said beside a field: comments of one draft, and notes on why a figure is what it is, which are kept over the years.
create table report_note (
  id text primary key,
  state text not null,
  year_covered integer not null,
  draft_id text references report_draft (id),
  kind text not null,
  place text not null,
  content text not null,
  author_id text not null references person (id),
  recorded_at text not null,
  settled_at text
);
create index report_note_state on report_note (state, place, recorded_at);
create index report_note_draft on report_note (draft_id, recorded_at);
