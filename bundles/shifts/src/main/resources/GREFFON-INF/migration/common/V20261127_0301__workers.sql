create sequence if not exists greffon_shifts_worker_seq start with 50 increment by 50;

create table if not exists greffon_shifts_worker (
  id bigint primary key,
  member_id bigint not null references greffon_members_member (id),
  track varchar(20) not null,
  start_on date not null,
  standing varchar(20) not null,
  may_shop boolean not null,
  standing_until date,
  main bigint not null,
  computed_on date not null,
  recorded_at timestamp with time zone not null,
  constraint greffon_shifts_worker_member_uk unique (member_id)
);

create index if not exists greffon_shifts_worker_standing_ix on greffon_shifts_worker (standing, id);

create sequence if not exists greffon_shifts_period_seq start with 50 increment by 50;

create table if not exists greffon_shifts_period (
  id bigint primary key,
  worker_id bigint not null references greffon_shifts_worker (id),
  kind varchar(20) not null,
  from_on date not null,
  to_on date,
  note varchar(500),
  recorded_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone
);

create index if not exists greffon_shifts_period_worker_ix on greffon_shifts_period (worker_id, id);
