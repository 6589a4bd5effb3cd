create table if not exists greffon_members_arrival (
  cause varchar(200) primary key,
  member_id bigint not null references greffon_members_member (id),
  arrived_at timestamp with time zone not null,
  device varchar(100),
  answers text not null,
  recorded_at timestamp with time zone not null,
  actor_kind varchar(20) not null,
  actor_account bigint,
  actor_label varchar(200) not null
);

create index if not exists greffon_members_arrival_member_ix on greffon_members_arrival (member_id, arrived_at);

create table if not exists greffon_members_arrival_hearing (
  cause varchar(200) not null references greffon_members_arrival (cause),
  module varchar(60) not null,
  attempts integer not null,
  heard_at timestamp with time zone,
  failure varchar(500),
  primary key (cause, module)
);

create index if not exists greffon_members_arrival_hearing_ix on greffon_members_arrival_hearing (heard_at, attempts);
