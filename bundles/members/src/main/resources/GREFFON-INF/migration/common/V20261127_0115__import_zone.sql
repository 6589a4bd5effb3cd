alter table greffon_members_import add column if not exists time_zone varchar(60);
