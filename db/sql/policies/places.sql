-- They name no dispute and have no row security: who may read and change them is for server/access/policy.ts alone.
alter table counties disable row level security;
alter table stations disable row level security;
alter table committees disable row level security;
alter table contact_points disable row level security;
alter table rooms disable row level security;
alter table room_hours disable row level security;
