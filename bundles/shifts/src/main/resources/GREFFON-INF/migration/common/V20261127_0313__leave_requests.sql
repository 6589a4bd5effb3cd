create sequence if not exists greffon_shifts_leave_request_seq start with 50 increment by 50;

create table if not exists greffon_shifts_leave_request (
  id bigint primary key,
  worker_id bigint not null references greffon_shifts_worker (id),
  kind varchar(20) not null,
  from_on date not null,
  to_on date,
  note varchar(500),
  state varchar(20) not null,
  reason varchar(500),
  asked_at timestamp with time zone not null,
  decided_at timestamp with time zone
);

create index if not exists greffon_shifts_leave_request_worker_ix on greffon_shifts_leave_request (worker_id, id);

create index if not exists greffon_shifts_leave_request_state_ix on greffon_shifts_leave_request (state, asked_at);
