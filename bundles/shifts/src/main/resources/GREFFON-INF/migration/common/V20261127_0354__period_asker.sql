create index if not exists greffon_shifts_period_asker_ix on greffon_shifts_period (asked_by);
