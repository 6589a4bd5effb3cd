create sequence if not exists greffon_core_account_seq start with 50 increment by 50;

create table if not exists greffon_core_account (
  id bigint primary key,
  subject varchar(60),
  name varchar(200) not null,
  language varchar(10) not null,
  password_hash varchar(200),
  state varchar(20) not null,
  created_at timestamp with time zone not null,
  version bigint not null,
  constraint greffon_core_account_subject_uk unique (subject)
);

create table if not exists greffon_core_account_login (
  account_id bigint not null references greffon_core_account (id),
  login varchar(254) not null,
  primary key (account_id, login)
);

create index if not exists greffon_core_account_login_login_ix on greffon_core_account_login (login);

create table if not exists greffon_core_account_role (
  account_id bigint not null references greffon_core_account (id),
  role varchar(40) not null,
  primary key (account_id, role)
);

create table if not exists greffon_core_session (
  token_hash varchar(64) primary key,
  account_id bigint not null references greffon_core_account (id),
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);

create index if not exists greffon_core_session_account_ix on greffon_core_session (account_id);

create table if not exists greffon_core_link (
  token_hash varchar(64) primary key,
  purpose varchar(20) not null,
  account_id bigint references greffon_core_account (id),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);

create table if not exists greffon_core_sign_in_failure (
  subject_key varchar(64) primary key,
  failures integer not null,
  last_at timestamp with time zone not null
);

create sequence if not exists greffon_core_change_seq start with 50 increment by 50;

create table if not exists greffon_core_change (
  id bigint primary key,
  recorded_at timestamp with time zone not null,
  actor_kind varchar(20) not null,
  actor_account bigint,
  actor_label varchar(200) not null,
  action varchar(80) not null,
  record_kind varchar(60) not null,
  record_id varchar(60) not null,
  fields text
);

create index if not exists greffon_core_change_record_ix on greffon_core_change (record_kind, record_id, recorded_at);
create index if not exists greffon_core_change_time_ix on greffon_core_change (recorded_at);
