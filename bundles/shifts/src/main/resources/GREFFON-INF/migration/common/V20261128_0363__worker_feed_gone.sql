drop table if exists greffon_shifts_feed;
