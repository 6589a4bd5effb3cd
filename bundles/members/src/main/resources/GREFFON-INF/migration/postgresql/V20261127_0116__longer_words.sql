alter table greffon_members_word alter column word type varchar(104) collate "C";
