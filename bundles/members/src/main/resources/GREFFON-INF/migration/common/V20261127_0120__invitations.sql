-- The last invitation of each person, which may still wait for its turn.
create table if not exists greffon_members_invitation (
  member_id bigint primary key references greffon_members_member (id),
  state varchar(20) not null,
  together boolean not null,
  mail varchar(320),
  refusal varchar(200),
  asked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  actor_kind varchar(20) not null,
  actor_account bigint,
  actor_device bigint,
  actor_label varchar(200) not null
);

create index if not exists greffon_members_invitation_state_ix on greffon_members_invitation (state, member_id);
