insert into greffon_shifts_followed (id, revision)
select 1, 0 where not exists (select id from greffon_shifts_followed);
