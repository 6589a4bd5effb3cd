create table if not exists greffon_core_role_revision (
  role varchar(40) primary key,
  revision bigint not null
);
