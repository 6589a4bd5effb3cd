alter table greffon_shifts_booking add column if not exists revision integer default 0 not null;
