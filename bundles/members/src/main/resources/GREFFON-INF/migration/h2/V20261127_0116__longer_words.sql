alter table greffon_members_word alter column word set data type varchar(104);
