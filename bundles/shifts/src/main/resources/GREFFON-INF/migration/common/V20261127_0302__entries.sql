create table if not exists greffon_shifts_entry (
  chain varchar(100) not null,
  position bigint not null,
  kind varchar(60) not null,
  effective_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  actor_kind varchar(20) not null,
  actor_account bigint,
  actor_label varchar(200) not null,
  cause_key varchar(200) not null,
  amount bigint not null,
  reverses bigint,
  facts text not null,
  personal text,
  salt varchar(64),
  personal_digest varchar(64),
  previous_hash varchar(64) not null,
  hash varchar(64) not null,
  primary key (chain, position),
  constraint greffon_shifts_entry_cause_uk unique (cause_key),
  constraint greffon_shifts_entry_reverses_uk unique (chain, reverses)
);

create table if not exists greffon_shifts_entry_chain (
  chain varchar(100) primary key,
  length bigint not null,
  balance bigint not null,
  hash varchar(64) not null,
  sealed_length bigint not null
);
