alter table greffon_guestbook_entry add column if not exists mood varchar(20);
