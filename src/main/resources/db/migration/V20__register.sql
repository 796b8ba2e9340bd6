-- The mine action register. A row is one version of one record; what it says is never changed, only how far it has come (approval) and until when it
-- holds. Everything after the mark "derived" can be worked out again from content and shape.
create table register_version (
  state text not null,
  -- dense, per State, the same for all versions of a record
  number bigint not null,
  version integer not null,
  id text not null,
  kind text not null,
  code text not null,
  -- true in the field from this day, until the day on which the next approved version begins
  valid_from_on text not null,
  until_on text,
  -- the version that this one corrects; null when it tells of something that happened later
  corrects integer,
  recorded_at text not null,
  -- from this moment on another approved version stands in its place, or it was taken back
  replaced_at text,
  -- 1 for the newest version of the record, 0 for those before and for what was undone
  latest integer not null,
  approval text not null,
  author text not null,
  submitted_by text,
  verified_by text,
  approved_by text,
  approved_at text,
  because text,
  organisation_id text,
  batch bigint,
  source text,
  source_key text,
  source_hash text,
  -- the fields by name, as JSON
  content text not null,
  -- WGS 84 in well-known binary, and as it came when it was repaired
  shape bytea,
  shape_as_given bytea,
  -- derived
  category text,
  status text,
  art5 integer not null,
  parent bigint,
  admin1 text,
  admin2 text,
  happened_from_on text,
  happened_until_on text,
  quantity bigint,
  -- hundredths of a square metre: for reports, as stated, as computed
  area bigint,
  area_stated bigint,
  area_computed bigint,
  -- ten-millionths of a degree
  west bigint,
  south bigint,
  east bigint,
  north bigint,
  search_text text not null,
  primary key (state, number, version)
);
create unique index register_version_id on register_version (id, version);
create index register_version_list on register_version (state, kind, latest, number);
create index register_version_code on register_version (state, kind, code);
create index register_version_source on register_version (state, kind, source, source_key, latest);
create index register_version_figure on register_version (state, kind, valid_from_on);
create index register_version_happened on register_version (state, kind, happened_from_on);
create index register_version_parent on register_version (state, parent);
create index register_version_batch on register_version (state, batch);
-- The last numbers given in each State.
create table register_state (
  state text primary key,
  records bigint not null,
  batches bigint not null
);
-- One file brought into the register.
create table register_batch (
  state text not null,
  number bigint not null,
  id text not null,
  kind text not null,
  source text not null,
  profile text not null,
  file_name text not null,
  file_sha256 text not null,
  organisation_id text,
  author text not null,
  confirmed_at text not null,
  rows_new bigint not null,
  rows_changed bigint not null,
  rows_unchanged bigint not null,
  rows_quarantined bigint not null,
  -- SHA-256 over the records that it wrote, in order
  rows_hash text not null,
  undone_at text,
  undone_by text,
  undone_because text,
  primary key (state, number)
);
create unique index register_batch_id on register_batch (id);
-- Rows of a file that could not become records, as they came, until somebody has dealt with them.
create table register_quarantine (
  state text not null,
  batch bigint not null,
  line bigint not null,
  -- the cells by column name, as JSON
  cells text not null,
  -- the ids of the checks that it failed, joined by a space
  checks text not null,
  -- each finding: check, field, value
  findings text not null,
  -- the record that was kept of it nevertheless
  record bigint,
  primary key (state, batch, line)
);
