create index if not exists greffon_guestbook_entry_member_ix on greffon_guestbook_entry (member_id, written_at);
