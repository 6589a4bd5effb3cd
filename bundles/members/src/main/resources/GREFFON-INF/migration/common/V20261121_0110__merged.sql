alter table greffon_members_member add column if not exists merged_into bigint;
create index if not exists greffon_members_member_merged_ix on greffon_members_member (merged_into);
