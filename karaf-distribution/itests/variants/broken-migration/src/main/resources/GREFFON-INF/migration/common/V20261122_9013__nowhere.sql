insert into greffon_guestbook_nowhere (id) values (1);
