create table if not exists greffon_core_root (
  journal varchar(100) not null,
  number bigint not null,
  made_at timestamp with time zone not null,
  previous_hash varchar(64) not null,
  hash varchar(64) not null,
  key_id varchar(16) not null,
  signature varchar(100) not null,
  primary key (journal, number)
);

create table if not exists greffon_core_root_mark (
  journal varchar(100) not null,
  number bigint not null,
  chain varchar(100) not null,
  length bigint not null,
  hash varchar(64) not null,
  primary key (journal, number, chain),
  constraint greffon_core_root_mark_root_fk foreign key (journal, number) references greffon_core_root (journal, number)
);

create index if not exists greffon_core_root_mark_chain_ix on greffon_core_root_mark (journal, chain);
