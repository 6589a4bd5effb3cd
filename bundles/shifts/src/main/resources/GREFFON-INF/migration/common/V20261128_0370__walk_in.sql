alter table greffon_shifts_booking add column if not exists walked_in boolean default false not null;
