create sequence if not exists greffon_shifts_shift_seq start with 50 increment by 50;

create table if not exists greffon_shifts_shift (
  id bigint primary key,
  template_id bigint references greffon_shifts_template (id),
  on_day date not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  job varchar(80) not null,
  worth bigint not null,
  minimum integer not null,
  state varchar(20) not null,
  make_ups integer not null,
  remark varchar(1000),
  closed_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  constraint greffon_shifts_shift_template_uk unique (template_id, on_day)
);

create index if not exists greffon_shifts_shift_starts_ix on greffon_shifts_shift (starts_at, id);

create sequence if not exists greffon_shifts_seat_seq start with 50 increment by 50;

create table if not exists greffon_shifts_seat (
  id bigint primary key,
  shift_id bigint not null references greffon_shifts_shift (id),
  position integer not null,
  skill varchar(60),
  constraint greffon_shifts_seat_uk unique (shift_id, position)
);

create sequence if not exists greffon_shifts_booking_seq start with 50 increment by 50;

create table if not exists greffon_shifts_booking (
  id bigint primary key,
  shift_id bigint not null references greffon_shifts_shift (id),
  seat_id bigint not null references greffon_shifts_seat (id),
  worker_id bigint not null references greffon_shifts_worker (id),
  origin varchar(20) not null,
  state varchar(20) not null,
  comes varchar(20) not null,
  late boolean not null,
  told boolean not null,
  note varchar(500),
  taken_over_by bigint references greffon_shifts_booking (id),
  taken_seat bigint,
  present_worker bigint,
  recorded_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint greffon_shifts_booking_seat_uk unique (taken_seat),
  constraint greffon_shifts_booking_worker_uk unique (shift_id, present_worker)
);

create index if not exists greffon_shifts_booking_worker_ix on greffon_shifts_booking (worker_id, shift_id);
