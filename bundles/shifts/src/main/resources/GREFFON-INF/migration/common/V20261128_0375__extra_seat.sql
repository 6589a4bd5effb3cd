alter table greffon_shifts_seat add column if not exists added_at timestamp with time zone;
