-- Who saw the list found people in it: what the co-op decided about the one holds for the other.
insert into greffon_core_role_permission (role, permission, granted)
select role, 'members.member.find', granted from greffon_core_role_permission listed
where permission = 'members.member.list' and not exists (
  select 1 from greffon_core_role_permission known
  where known.role = listed.role and known.permission = 'members.member.find');
