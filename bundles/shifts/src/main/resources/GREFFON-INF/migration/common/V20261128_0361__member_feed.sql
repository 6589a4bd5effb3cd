create table if not exists greffon_shifts_member_feed (
  member_id bigint primary key references greffon_members_member (id),
  secret_hash varchar(64) not null,
  created_at timestamp with time zone not null,
  constraint greffon_shifts_member_feed_secret_uk unique (secret_hash)
);
