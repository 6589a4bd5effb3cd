create sequence if not exists greffon_core_device_seq start with 50 increment by 50;

create table if not exists greffon_core_device (
  id bigint primary key,
  name varchar(80) not null,
  role varchar(40) not null,
  added_at timestamp with time zone not null,
  code_hash varchar(64),
  code_until timestamp with time zone,
  token_hash varchar(64),
  enrolled_at timestamp with time zone,
  last_seen_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint greffon_core_device_code_uk unique (code_hash),
  constraint greffon_core_device_token_uk unique (token_hash)
);
