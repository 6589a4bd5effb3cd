create table if not exists greffon_core_role_permission (
  role varchar(40) not null,
  permission varchar(80) not null,
  granted boolean not null,
  primary key (role, permission)
);
