create sequence if not exists greffon_shifts_hold_seq start with 50 increment by 50;

create table if not exists greffon_shifts_hold (
  id bigint primary key,
  shift_id bigint not null references greffon_shifts_shift (id),
  seat_id bigint not null,
  worker_id bigint not null references greffon_shifts_worker (id),
  until_on date not null,
  state varchar(20) not null,
  recorded_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint greffon_shifts_hold_worker_uk unique (shift_id, worker_id)
);

create index if not exists greffon_shifts_hold_worker_ix on greffon_shifts_hold (worker_id, id);
