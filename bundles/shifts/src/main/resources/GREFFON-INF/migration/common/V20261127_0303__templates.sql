create sequence if not exists greffon_shifts_template_seq start with 50 increment by 50;

create table if not exists greffon_shifts_template (
  id bigint primary key,
  revision bigint not null,
  job varchar(80) not null,
  week integer,
  weekday integer not null,
  starts time not null,
  ends time not null,
  worth bigint not null,
  minimum integer not null,
  from_on date not null,
  to_on date,
  request_key varchar(60),
  recorded_at timestamp with time zone not null,
  constraint greffon_shifts_template_request_uk unique (request_key)
);

create sequence if not exists greffon_shifts_template_seat_seq start with 50 increment by 50;

create table if not exists greffon_shifts_template_seat (
  id bigint primary key,
  template_id bigint not null references greffon_shifts_template (id),
  position integer not null,
  skill varchar(60),
  constraint greffon_shifts_template_seat_uk unique (template_id, position)
);

create sequence if not exists greffon_shifts_fixed_place_seq start with 50 increment by 50;

create table if not exists greffon_shifts_fixed_place (
  id bigint primary key,
  template_id bigint not null references greffon_shifts_template (id),
  position integer not null,
  worker_id bigint not null references greffon_shifts_worker (id),
  from_on date not null,
  to_on date,
  recorded_at timestamp with time zone not null
);

create index if not exists greffon_shifts_fixed_place_template_ix on greffon_shifts_fixed_place (template_id);

create index if not exists greffon_shifts_fixed_place_worker_ix on greffon_shifts_fixed_place (worker_id);

create sequence if not exists greffon_shifts_closure_seq start with 50 increment by 50;

create table if not exists greffon_shifts_closure (
  id bigint primary key,
  from_on date not null,
  to_on date not null,
  reason varchar(200) not null,
  make_ups integer not null,
  recorded_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone
);

create table if not exists greffon_shifts_skill (
  worker_id bigint not null references greffon_shifts_worker (id),
  skill varchar(60) not null,
  recorded_at timestamp with time zone not null,
  primary key (worker_id, skill)
);
