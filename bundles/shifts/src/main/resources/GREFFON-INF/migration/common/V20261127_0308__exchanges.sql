create sequence if not exists greffon_shifts_exchange_seq start with 50 increment by 50;

create table if not exists greffon_shifts_exchange (
  id bigint primary key,
  booking_id bigint not null references greffon_shifts_booking (id),
  worker_id bigint not null references greffon_shifts_worker (id),
  wanted_id bigint references greffon_shifts_worker (id),
  state varchar(20) not null,
  open_booking bigint,
  recorded_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint greffon_shifts_exchange_open_uk unique (open_booking)
);

create index if not exists greffon_shifts_exchange_worker_ix on greffon_shifts_exchange (worker_id, id);

create sequence if not exists greffon_shifts_exchange_answer_seq start with 50 increment by 50;

create table if not exists greffon_shifts_exchange_answer (
  id bigint primary key,
  exchange_id bigint not null references greffon_shifts_exchange (id),
  booking_id bigint not null references greffon_shifts_booking (id),
  worker_id bigint not null references greffon_shifts_worker (id),
  state varchar(20) not null,
  open_booking bigint,
  recorded_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint greffon_shifts_exchange_answer_open_uk unique (exchange_id, open_booking)
);

create index if not exists greffon_shifts_exchange_answer_worker_ix on greffon_shifts_exchange_answer (worker_id, id);
