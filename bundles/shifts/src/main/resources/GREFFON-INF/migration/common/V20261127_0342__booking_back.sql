alter table greffon_shifts_booking add column if not exists back_at timestamp with time zone;
