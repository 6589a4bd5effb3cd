create sequence if not exists greffon_core_setting_seq start with 50 increment by 50;

create table if not exists greffon_core_setting (
  id bigint primary key,
  module varchar(40) not null,
  name varchar(80) not null,
  content varchar(1000),
  valid_from date not null,
  withdrawn boolean not null,
  recorded_at timestamp with time zone not null,
  actor_kind varchar(20) not null,
  actor_account bigint,
  actor_label varchar(200) not null
);

create index if not exists greffon_core_setting_name_ix on greffon_core_setting (module, name, valid_from);

create table if not exists greffon_core_setting_secret (
  setting_id bigint primary key references greffon_core_setting (id),
  content varchar(1000) not null
);
