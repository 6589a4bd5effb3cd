create table if not exists greffon_core_key (
  id varchar(16) primary key,
  public_key varchar(100) not null,
  since timestamp with time zone not null,
  retired_at timestamp with time zone,
  previous_id varchar(16),
  endorsement varchar(100)
);
