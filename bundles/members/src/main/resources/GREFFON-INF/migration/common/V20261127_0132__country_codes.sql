-- What people write for two countries, where a version before took any two letters.
update greffon_members_address set country = 'GB' where country = 'UK';
update greffon_members_address set country = 'GR' where country = 'EL';
