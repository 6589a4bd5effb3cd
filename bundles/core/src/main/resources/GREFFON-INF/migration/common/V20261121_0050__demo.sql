create table if not exists greffon_core_demo_part (
  module varchar(40) primary key,
  loaded_at timestamp with time zone not null
);

create table if not exists greffon_core_demo_sign_in (
  account_id bigint primary key references greffon_core_account (id),
  who varchar(100) not null
);
