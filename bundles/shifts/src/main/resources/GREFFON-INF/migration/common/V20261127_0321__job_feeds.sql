create table if not exists greffon_shifts_job_feed (
  job varchar(80) primary key,
  secret_hash varchar(64) not null,
  created_at timestamp with time zone not null,
  constraint greffon_shifts_job_feed_secret_uk unique (secret_hash)
);
