-- Pairs of words (see WordPairs) of those who are written down already. A pair is a word and four characters.
insert into greffon_members_word (member_id, word, sort_key)
  select distinct b.member_id, '&' || substring(a.word from 1 for 2) || ' ' || b.word, b.sort_key
  from greffon_members_word a join greffon_members_word b on b.member_id = a.member_id and b.word <> a.word
  where substring(a.word from 1 for 1) between 'a' and 'z' and substring(a.word from 2 for 1) between 'a' and 'z' and a.word not like '%@%'
    and substring(b.word from 1 for 1) between 'a' and 'z' and substring(b.word from 2 for 1) between 'a' and 'z' and b.word not like '%@%'
  on conflict do nothing;
