alter table greffon_shifts_period add column if not exists places_end date;

alter table greffon_shifts_period add column if not exists document_due date;

alter table greffon_shifts_period add column if not exists document_void date;

alter table greffon_shifts_period add column if not exists document_seen date;
