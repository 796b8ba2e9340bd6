-- The authority that cleared a report: said at approval, and gone when the report is sent back.
alter table report_draft add column certified_organisation text;
alter table report_draft add column certified_function text;
-- What a person said to a finding. It holds while the values found are the same, of which the hash is kept; a later answer to the same finding stands
-- before an earlier one, and none is taken away.
create table report_answer (
  id text primary key,
  draft_id text not null references report_draft (id),
  rule text not null,
  place text not null,
  values_hash text not null,
  content text not null,
  author_id text not null references person (id),
  recorded_at text not null
);
create index report_answer_draft on report_answer (draft_id, recorded_at);
-- Figures as the mine action register gave them at one moment: when somebody took them into a draft, and when the report was handed in. The basis has one
-- line for each record counted: kind, number, version, code and what it gives, between tabs.
create table report_figure (
  id text primary key,
  draft_id text not null references report_draft (id),
  moment text not null,
  place text not null,
  amount text not null,
  basis text not null,
  from_on text not null,
  to_on text not null,
  person_id text not null references person (id),
  recorded_at text not null
);
create index report_figure_draft on report_figure (draft_id, place, recorded_at);
