create sequence if not exists greffon_core_mail_seq start with 50 increment by 50;

create table if not exists greffon_core_mail (
  id bigint primary key,
  cause_key varchar(200) not null,
  message_id varchar(200) not null,
  state varchar(20) not null,
  subject varchar(60),
  name varchar(200) not null,
  address varchar(254) not null,
  language varchar(10) not null,
  title varchar(300) not null,
  text_body text,
  html_body text,
  unsubscribe varchar(1000),
  written_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  next_attempt_at timestamp with time zone,
  first_refused_at timestamp with time zone,
  attempts integer not null,
  failure varchar(60),
  failure_detail varchar(500),
  lease varchar(64),
  leased_until timestamp with time zone,
  constraint greffon_core_mail_cause_uk unique (cause_key)
);

create index if not exists greffon_core_mail_due_ix on greffon_core_mail (state, next_attempt_at);
create index if not exists greffon_core_mail_subject_ix on greffon_core_mail (subject);
