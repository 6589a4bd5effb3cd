alter table greffon_shifts_worker add column if not exists first_track varchar(20);
