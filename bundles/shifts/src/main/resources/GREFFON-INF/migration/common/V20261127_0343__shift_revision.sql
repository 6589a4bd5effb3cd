alter table greffon_shifts_shift add column if not exists revision integer default 0 not null;
