alter table greffon_members_name_half alter column half type varchar(40) collate "C", alter column word type varchar(60) collate "C";
