create sequence if not exists greffon_members_member_seq start with 50 increment by 50;

create table if not exists greffon_members_member (
  id bigint primary key,
  kind varchar(20) not null,
  number varchar(40),
  given_name varchar(100),
  family_name varchar(100),
  organisation_name varchar(200),
  language varchar(10),
  birth_date date,
  vat varchar(20),
  notes text,
  status varchar(20),
  status_since date,
  photo varchar(64),
  sort_key varchar(100) not null,
  number_key varchar(100),
  revision bigint not null,
  created_at timestamp with time zone not null,
  constraint greffon_members_member_number_uk unique (number)
);

create table if not exists greffon_members_mail (
  member_id bigint not null references greffon_members_member (id),
  position integer not null,
  address varchar(254) not null,
  label varchar(60),
  primary key (member_id, position)
);

create table if not exists greffon_members_phone (
  member_id bigint not null references greffon_members_member (id),
  position integer not null,
  number varchar(100) not null,
  label varchar(60),
  primary key (member_id, position)
);

create table if not exists greffon_members_address (
  member_id bigint not null references greffon_members_member (id),
  position integer not null,
  kind varchar(20) not null,
  recipient varchar(200),
  street varchar(200),
  street2 varchar(200),
  postcode varchar(20),
  city varchar(100),
  country varchar(2),
  remark varchar(1000),
  reference varchar(250),
  primary key (member_id, position)
);

create table if not exists greffon_members_tag (
  member_id bigint not null references greffon_members_member (id),
  name varchar(200) not null,
  primary key (member_id, name)
);

create index if not exists greffon_members_tag_name_ix on greffon_members_tag (name, member_id);

create table if not exists greffon_members_external_id (
  source varchar(40) not null,
  external_id varchar(250) not null,
  member_id bigint not null references greffon_members_member (id),
  primary key (source, external_id)
);

create index if not exists greffon_members_external_id_member_ix on greffon_members_external_id (member_id);

create sequence if not exists greffon_members_status_change_seq start with 50 increment by 50;

create table if not exists greffon_members_status_change (
  id bigint primary key,
  member_id bigint not null references greffon_members_member (id),
  status varchar(20) not null,
  effective_on date not null,
  reason varchar(200),
  recorded_at timestamp with time zone not null,
  actor_kind varchar(20) not null,
  actor_account bigint,
  actor_label varchar(200) not null
);

create index if not exists greffon_members_status_change_member_ix on greffon_members_status_change (member_id, effective_on, id);

create table if not exists greffon_members_card (
  code varchar(64) primary key,
  kind varchar(20) not null,
  member_id bigint not null references greffon_members_member (id),
  active_member_id bigint,
  valid_from date not null,
  valid_to date,
  state varchar(20) not null,
  reason varchar(200),
  given_at timestamp with time zone not null,
  constraint greffon_members_card_active_uk unique (active_member_id)
);

create index if not exists greffon_members_card_member_ix on greffon_members_card (member_id);

create sequence if not exists greffon_members_household_seq start with 50 increment by 50;

create table if not exists greffon_members_household (
  id bigint primary key,
  created_at timestamp with time zone not null
);

create sequence if not exists greffon_members_household_person_seq start with 50 increment by 50;

create table if not exists greffon_members_household_person (
  id bigint primary key,
  household_id bigint not null references greffon_members_household (id),
  member_id bigint not null references greffon_members_member (id),
  role varchar(20) not null,
  valid_from date not null,
  valid_to date
);

create index if not exists greffon_members_household_person_household_ix on greffon_members_household_person (household_id);
create index if not exists greffon_members_household_person_member_ix on greffon_members_household_person (member_id);

create sequence if not exists greffon_members_contact_person_seq start with 50 increment by 50;

create table if not exists greffon_members_contact_person (
  id bigint primary key,
  organisation_id bigint not null references greffon_members_member (id),
  person_id bigint not null references greffon_members_member (id),
  function_name varchar(100),
  valid_from date not null,
  valid_to date
);

create index if not exists greffon_members_contact_person_organisation_ix on greffon_members_contact_person (organisation_id);
create index if not exists greffon_members_contact_person_person_ix on greffon_members_contact_person (person_id);

create sequence if not exists greffon_members_override_seq start with 50 increment by 50;

create table if not exists greffon_members_override (
  id bigint primary key,
  member_id bigint not null references greffon_members_member (id),
  verdict varchar(20) not null,
  reason varchar(200) not null,
  until_at timestamp with time zone not null,
  decided_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  actor_kind varchar(20) not null,
  actor_account bigint,
  actor_label varchar(200) not null
);

create index if not exists greffon_members_override_member_ix on greffon_members_override (member_id, decided_at);

create table if not exists greffon_members_request (
  request_key varchar(200) primary key,
  content_hash varchar(64) not null,
  member_id bigint,
  received_at timestamp with time zone not null
);

create index if not exists greffon_members_request_received_ix on greffon_members_request (received_at);
