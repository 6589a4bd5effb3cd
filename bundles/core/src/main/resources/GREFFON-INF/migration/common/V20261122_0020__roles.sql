create table if not exists greffon_core_role (
  role varchar(40) primary key,
  name varchar(80) not null,
  created_at timestamp with time zone not null
);
