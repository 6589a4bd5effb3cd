-- What the halves of names replaced.
drop table if exists greffon_members_spelling;
