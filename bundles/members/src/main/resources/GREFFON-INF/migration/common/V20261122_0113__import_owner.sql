alter table greffon_members_import add column if not exists owner_device bigint;
alter table greffon_members_import add column if not exists attempts integer default 0 not null;
