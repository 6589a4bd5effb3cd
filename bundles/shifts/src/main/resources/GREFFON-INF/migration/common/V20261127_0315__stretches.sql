create sequence if not exists greffon_shifts_stretch_seq start with 50 increment by 50;

create table if not exists greffon_shifts_stretch (
  id bigint primary key,
  worker_id bigint not null references greffon_shifts_worker (id),
  track varchar(20),
  from_on date not null,
  recorded_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone
);

create index if not exists greffon_shifts_stretch_worker_ix on greffon_shifts_stretch (worker_id, id);
