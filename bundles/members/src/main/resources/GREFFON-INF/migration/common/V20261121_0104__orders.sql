create index if not exists greffon_members_member_name_ix on greffon_members_member (sort_key, id);
create index if not exists greffon_members_member_number_ix on greffon_members_member (number_key, id);
create index if not exists greffon_members_member_since_ix on greffon_members_member (status_since desc nulls last, id);
create index if not exists greffon_members_member_status_name_ix on greffon_members_member (status, sort_key, id);
create index if not exists greffon_members_member_kind_name_ix on greffon_members_member (kind, sort_key, id);
create index if not exists greffon_members_word_ix on greffon_members_word (word, sort_key, member_id);
