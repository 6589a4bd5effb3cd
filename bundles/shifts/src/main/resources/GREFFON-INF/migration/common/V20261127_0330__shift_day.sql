create index if not exists greffon_shifts_shift_day_ix on greffon_shifts_shift (on_day, starts_at, id);
