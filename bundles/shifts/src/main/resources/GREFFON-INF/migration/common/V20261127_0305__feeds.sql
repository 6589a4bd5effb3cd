create table if not exists greffon_shifts_feed (
  worker_id bigint primary key references greffon_shifts_worker (id),
  secret_hash varchar(64) not null,
  created_at timestamp with time zone not null,
  constraint greffon_shifts_feed_secret_uk unique (secret_hash)
);
