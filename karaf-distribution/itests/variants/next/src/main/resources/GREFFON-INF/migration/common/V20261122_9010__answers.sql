alter table greffon_guestbook_entry add column if not exists answer varchar(500);
