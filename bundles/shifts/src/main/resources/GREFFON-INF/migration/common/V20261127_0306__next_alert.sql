alter table greffon_shifts_worker add column if not exists next_alert date;

alter table greffon_shifts_worker add column if not exists registration varchar(20);
