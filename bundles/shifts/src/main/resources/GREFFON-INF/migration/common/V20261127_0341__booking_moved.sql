alter table greffon_shifts_booking add column if not exists moved_at timestamp with time zone;
