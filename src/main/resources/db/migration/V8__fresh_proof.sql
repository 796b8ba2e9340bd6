-- When somebody last proved in a session that it is they; absent in sessions begun before this version: when they signed in.
alter table session add column proved_at text;
