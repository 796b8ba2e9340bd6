-- Reminders to many: each is prepared, looked at, and confirmed by a person before anything is sent.
create table reminder_campaign (
  id text primary key,
  kind text not null,
  send_on text not null,
  -- roles of those addressed, joined by commas
  audience text not null,
  -- States addressed, by code, joined by commas; empty for every State that has the duty
  states text not null,
  state text not null,
  made_by text not null,
  made_at text not null,
  decided_by text,
  decided_at text,
  sent_at text
);
create index reminder_campaign_state on reminder_campaign (state, send_on);
-- What became of each person addressed: to be reminded, reminded, or left out and why.
create table reminder_receiver (
  campaign_id text not null references reminder_campaign (id),
  account_id text not null,
  outcome text not null,
  reason text,
  -- the day that the reason speaks of
  reason_on text,
  message_id text,
  decided_at text not null,
  primary key (campaign_id, account_id)
);
create index reminder_receiver_outcome on reminder_receiver (campaign_id, outcome, account_id);
create index reminder_receiver_account on reminder_receiver (account_id, outcome);
-- Addresses by which a calendar program reads the duties that concern a person: only their hashes.
create table calendar_feed (
  id text primary key,
  account_id text not null,
  token_hash text not null,
  made_at text not null,
  used_at text,
  ended_at text
);
create unique index calendar_feed_token on calendar_feed (token_hash);
create index calendar_feed_account on calendar_feed (account_id, ended_at);
