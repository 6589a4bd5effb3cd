create sequence if not exists greffon_guestbook_entry_seq start with 50 increment by 50;
