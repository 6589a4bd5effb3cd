create table if not exists greffon_shifts_followed (id bigint primary key, revision bigint not null);
