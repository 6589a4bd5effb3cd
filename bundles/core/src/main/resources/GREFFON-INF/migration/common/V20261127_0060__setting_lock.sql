create table if not exists greffon_core_setting_lock (
  module varchar(40) primary key
);
