create table if not exists greffon_guestbook_entry (
  id bigint primary key,
  written_at timestamp with time zone not null,
  member_id bigint references greffon_members_member (id),
  name varchar(200) not null,
  text varchar(500) not null
);
