create index if not exists greffon_members_external_id_ix on greffon_members_external_id (external_id);

create sequence if not exists greffon_members_import_seq start with 50 increment by 50;

create table if not exists greffon_members_import (
  id bigint primary key,
  owner_account bigint,
  owner_kind varchar(20) not null,
  owner_label varchar(200) not null,
  request_key varchar(200),
  name varchar(200) not null,
  size_bytes bigint not null,
  sha256 varchar(64) not null,
  state varchar(20) not null,
  mode varchar(20),
  program_accounts boolean not null,
  refuse_lines boolean not null,
  organisations boolean not null,
  mapping text not null,
  lines_done integer not null,
  lines_all integer not null,
  counts text,
  message text,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint greffon_members_import_request_uk unique (request_key)
);

create index if not exists greffon_members_import_state_ix on greffon_members_import (state, id);

create table if not exists greffon_members_import_part (
  import_id bigint not null references greffon_members_import (id) on delete cascade,
  position integer not null,
  content bytea not null,
  primary key (import_id, position)
);

create table if not exists greffon_members_import_line (
  import_id bigint not null references greffon_members_import (id) on delete cascade,
  line bigint not null,
  last_line bigint not null,
  label varchar(500) not null,
  outcome varchar(20) not null,
  severity integer not null,
  member_id bigint,
  content text not null,
  primary key (import_id, line)
);

create index if not exists greffon_members_import_line_outcome_ix on greffon_members_import_line (import_id, outcome, line);
create index if not exists greffon_members_import_line_severity_ix on greffon_members_import_line (import_id, severity, line);
