alter table greffon_core_account add column if not exists last_sign_in_at timestamp with time zone;
