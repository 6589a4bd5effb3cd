update greffon_guestbook_entry set text = 'spoilt';
