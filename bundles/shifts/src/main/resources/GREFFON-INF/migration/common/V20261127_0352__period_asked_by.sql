alter table greffon_shifts_period add column if not exists asked_by bigint references greffon_members_member (id);
