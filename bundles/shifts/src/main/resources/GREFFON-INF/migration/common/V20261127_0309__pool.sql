create sequence if not exists greffon_shifts_pool_request_seq start with 50 increment by 50;

create table if not exists greffon_shifts_pool_request (
  id bigint primary key,
  worker_id bigint not null references greffon_shifts_worker (id),
  state varchar(20) not null,
  open_worker bigint,
  amount bigint not null,
  asked_on date not null,
  settled_on date,
  recorded_at timestamp with time zone not null,
  constraint greffon_shifts_pool_request_open_uk unique (open_worker)
);

create index if not exists greffon_shifts_pool_request_worker_ix on greffon_shifts_pool_request (worker_id, id);
