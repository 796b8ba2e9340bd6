-- How requests reach this server, as far as its settings should know of it: one row for each kind, with the last time. No name that anybody sent is kept.
create table way_in (
  kind text not null primary key,
  seen_at text not null
);
