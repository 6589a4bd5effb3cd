alter table greffon_shifts_worker add column if not exists vote varchar(20);
