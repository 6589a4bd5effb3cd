create table if not exists greffon_members_word (
  member_id bigint not null,
  word varchar(100) not null,
  sort_key varchar(100) not null,
  primary key (member_id, word)
);

create table if not exists greffon_members_spelling (
  variant varchar(60) not null,
  word varchar(60) not null,
  primary key (variant, word)
);

create table if not exists greffon_members_tally (
  standing varchar(20) not null,
  shard integer not null,
  total bigint not null,
  primary key (standing, shard)
);

insert into greffon_members_tally (standing, shard, total) values
  ('CANDIDATE', 0, 0), ('CANDIDATE', 1, 0), ('CANDIDATE', 2, 0), ('CANDIDATE', 3, 0), ('CANDIDATE', 4, 0), ('CANDIDATE', 5, 0), ('CANDIDATE', 6, 0), ('CANDIDATE', 7, 0),
  ('MEMBER', 0, 0), ('MEMBER', 1, 0), ('MEMBER', 2, 0), ('MEMBER', 3, 0), ('MEMBER', 4, 0), ('MEMBER', 5, 0), ('MEMBER', 6, 0), ('MEMBER', 7, 0),
  ('FORMER', 0, 0), ('FORMER', 1, 0), ('FORMER', 2, 0), ('FORMER', 3, 0), ('FORMER', 4, 0), ('FORMER', 5, 0), ('FORMER', 6, 0), ('FORMER', 7, 0),
  ('NONE', 0, 0), ('NONE', 1, 0), ('NONE', 2, 0), ('NONE', 3, 0), ('NONE', 4, 0), ('NONE', 5, 0), ('NONE', 6, 0), ('NONE', 7, 0)
  on conflict do nothing;
