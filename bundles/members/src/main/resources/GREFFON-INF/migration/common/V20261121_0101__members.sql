create sequence if not exists greffon_members_member_seq start with 50 increment by 50;

create table if not exists greffon_members_member (
  id bigint primary key,
  kind varchar(20) not null,
  number varchar(40),
  given_name varchar(100),
  family_name varchar(100),
  organisation_name varchar(200),
  sort_key varchar(220) not null,
  status varchar(20) not null,
  version bigint not null,
  constraint greffon_members_member_number_uk unique (number)
);

create index if not exists greffon_members_member_sort_ix on greffon_members_member (sort_key, id);
