create table if not exists greffon_shifts_standing_count (
  on_day date not null,
  standing varchar(20) not null,
  people integer not null,
  primary key (on_day, standing)
);
