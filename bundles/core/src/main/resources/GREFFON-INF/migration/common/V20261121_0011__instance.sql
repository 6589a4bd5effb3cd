create table if not exists greffon_core_instance (
  row_no smallint primary key check (row_no = 1),
  id uuid not null,
  created_at timestamp with time zone not null,
  demo boolean not null,
  clock_ahead_seconds bigint not null
);
