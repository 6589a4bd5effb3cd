create table if not exists greffon_core_job (
  name varchar(80) primary key,
  last_day date,
  last_ended_at timestamp with time zone,
  not_before timestamp with time zone,
  failures integer not null,
  leased_by varchar(100),
  leased_until timestamp with time zone
);

create sequence if not exists greffon_core_job_run_seq start with 50 increment by 50;

create table if not exists greffon_core_job_run (
  id bigint primary key,
  job varchar(80) not null references greffon_core_job (name),
  run_day date not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  outcome varchar(20) not null,
  message varchar(2000),
  node varchar(100) not null,
  actor_kind varchar(20) not null,
  actor_account bigint,
  actor_label varchar(200) not null
);

create index if not exists greffon_core_job_run_job_ix on greffon_core_job_run (job, started_at);
