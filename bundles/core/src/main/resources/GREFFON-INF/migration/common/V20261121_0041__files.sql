create sequence if not exists greffon_core_file_seq start with 50 increment by 50;

create table if not exists greffon_core_file (
  id bigint primary key,
  module varchar(40) not null,
  file_key varchar(200) not null,
  name varchar(200) not null,
  type varchar(20) not null,
  size_bytes bigint not null,
  sha256 varchar(64) not null,
  stored_at timestamp with time zone not null,
  constraint greffon_core_file_key_uk unique (module, file_key)
);

create table if not exists greffon_core_file_part (
  file_id bigint not null references greffon_core_file (id) on delete cascade,
  position integer not null,
  content bytea not null,
  primary key (file_id, position)
);
