create table if not exists greffon_core_letter (
  letter varchar(100) not null,
  language varchar(10) not null,
  module varchar(40) not null,
  title varchar(300),
  body varchar(5000),
  primary key (letter, language)
);
