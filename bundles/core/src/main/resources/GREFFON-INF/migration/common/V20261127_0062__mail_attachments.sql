create table if not exists greffon_core_mail_attachment (
  mail_id bigint not null references greffon_core_mail (id) on delete cascade,
  position integer not null,
  name varchar(100) not null,
  media_type varchar(100) not null,
  content bytea not null,
  primary key (mail_id, position)
);
