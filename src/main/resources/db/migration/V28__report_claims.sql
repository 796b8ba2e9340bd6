-- What another source says of a figure that a State reported, and the State's answer. Neither overwrites the report; an answer is given once.
create table report_claim (
  id text primary key,
  submission_id text not null references report_submission (id),
  place text not null,
  figure text not null,
  source text not null,
  confidence text not null,
  said_on text not null,
  note text not null,
  recorded_by_id text not null references person (id),
  recorded_at text not null,
  answer text,
  answered_by_id text,
  answered_at text
);
create index report_claim_submission on report_claim (submission_id, place, recorded_at);
