create unique index if not exists greffon_shifts_booking_person_uk on greffon_shifts_booking (shift_id, present_worker, comes);
