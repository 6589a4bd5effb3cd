create index if not exists greffon_shifts_leave_request_asker_ix on greffon_shifts_leave_request (asked_by);
