alter table greffon_members_member add column if not exists nickname varchar(40);
