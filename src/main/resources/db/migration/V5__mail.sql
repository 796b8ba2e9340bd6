-- Messages that are to be sent, were sent or could not be. A row is written in the transaction of its cause and kept after it was sent.
create table mail_message (
  id text primary key,
  purpose text not null,
  language text not null,
  account_id text,
  recipient_name text not null,
  recipient text not null,
  subject text not null,
  -- null once it is over, when it held a link that opens an account
  content text,
  attachment_name text,
  attachment_type text,
  attachment text,
  -- what it was written for, as reminder:UUID
  cause text,
  state text not null,
  queued_at text not null,
  next_attempt_at text not null,
  give_up_at text not null,
  -- from when on what it says no longer holds
  useless_from_at text,
  attempts integer not null,
  claim_id text,
  claimed_until_at text,
  -- the Message-ID, the same in every attempt
  message_name text,
  error_kind text,
  error text,
  ended_at text
);
create index mail_message_state on mail_message (state, next_attempt_at);
create index mail_message_listed on mail_message (state, id);
create index mail_message_queued on mail_message (queued_at, id);
create index mail_message_cause on mail_message (cause, id);
-- Links by which a receiver turns a kind of message off: only their hashes.
create table mail_unsubscribe (
  token_hash text primary key,
  message_id text not null references mail_message (id),
  made_at text not null
);
-- Who wants no messages of a kind.
create table mail_silence (
  recipient text not null,
  purpose text not null,
  account_id text,
  since_at text not null,
  primary key (recipient, purpose)
);
create index mail_silence_account on mail_silence (account_id, purpose);
