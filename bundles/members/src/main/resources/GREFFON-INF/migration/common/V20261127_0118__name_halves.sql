-- Two rows for a name (see Spelling) where there was one for each of its letters: an import writes half as much, and waits less.
create table if not exists greffon_members_name_half (
  half varchar(40) not null,
  word varchar(60) not null,
  primary key (half, word)
);
insert into greffon_members_name_half (half, word)
  select char_length(word) || '<' || substring(word from 1 for char_length(word) / 2), word from greffon_members_spelling where variant = word
  on conflict do nothing;
insert into greffon_members_name_half (half, word)
  select char_length(word) || '>' || substring(word from char_length(word) / 2 + 1), word from greffon_members_spelling where variant = word
  on conflict do nothing;
