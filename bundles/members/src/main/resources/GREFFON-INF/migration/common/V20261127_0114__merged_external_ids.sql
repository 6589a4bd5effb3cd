alter table greffon_members_external_id add column if not exists former_member_id bigint;
