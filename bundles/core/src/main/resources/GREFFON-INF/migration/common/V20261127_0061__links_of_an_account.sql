-- Each new link of an account voids the earlier ones: thousands are made when everybody of a co-op is invited.
create index if not exists greffon_core_link_account_ix on greffon_core_link (account_id);
