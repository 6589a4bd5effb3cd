insert into greffon_shifts_member_feed (member_id, secret_hash, created_at)
  select w.member_id, f.secret_hash, f.created_at from greffon_shifts_feed f join greffon_shifts_worker w on w.id = f.worker_id
  where not exists (select 1 from greffon_shifts_member_feed m where m.member_id = w.member_id);
