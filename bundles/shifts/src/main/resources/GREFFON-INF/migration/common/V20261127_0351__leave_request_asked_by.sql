alter table greffon_shifts_leave_request add column if not exists asked_by bigint references greffon_members_member (id);
