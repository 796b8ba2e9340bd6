-- Which area a hazardous area was split from or opens again, and which one it was merged into: derived, for showing links from both ends.
alter table register_version add column came_from text;
alter table register_version add column went_into text;
create index register_version_came_from on register_version (state, came_from);
create index register_version_went_into on register_version (state, went_into);
-- A list as somebody keeps it for themselves: filter, order and words, by a name.
create table register_view (
  id text primary key,
  person_id text not null,
  state text not null,
  kind text not null,
  name text not null,
  -- the parameters of the address
  query text not null,
  created_at text not null
);
create unique index register_view_name on register_view (person_id, state, kind, name);
