create sequence if not exists greffon_shifts_request_seq start with 50 increment by 50;

create table if not exists greffon_shifts_request (
  id bigint primary key,
  booking_id bigint not null references greffon_shifts_booking (id),
  asker_id bigint not null references greffon_shifts_worker (id),
  asked_id bigint not null references greffon_shifts_worker (id),
  state varchar(20) not null,
  open_booking bigint,
  recorded_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint greffon_shifts_request_open_uk unique (open_booking)
);

create index if not exists greffon_shifts_request_asked_ix on greffon_shifts_request (asked_id, id);

create index if not exists greffon_shifts_request_asker_ix on greffon_shifts_request (asker_id, id);
