-- Keys are folded to plain letters already: byte order is the order wanted, and the one in which a range of beginnings is contiguous.
alter table greffon_members_member alter column sort_key type varchar(100) collate "C", alter column number_key type varchar(100) collate "C";
alter table greffon_members_word alter column word type varchar(100) collate "C", alter column sort_key type varchar(100) collate "C";
alter table greffon_members_spelling alter column variant type varchar(60) collate "C", alter column word type varchar(60) collate "C";
alter table greffon_members_tag alter column name type varchar(200) collate "C";
