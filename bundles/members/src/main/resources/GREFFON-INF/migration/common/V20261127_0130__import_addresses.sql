alter table greffon_members_import_line add column if not exists further_address boolean default false not null;
