create table if not exists greffon_members_import_tag (
  external_id varchar(250) primary key,
  name varchar(500) not null
);

create table if not exists greffon_members_import_column (
  headings varchar(64) not null,
  heading varchar(200) not null,
  meaning varchar(60) not null,
  primary key (headings, heading)
);
