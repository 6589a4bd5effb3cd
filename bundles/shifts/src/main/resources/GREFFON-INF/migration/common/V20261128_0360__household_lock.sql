create table if not exists greffon_shifts_household_lock (
  household_id bigint primary key
);
