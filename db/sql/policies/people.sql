-- They name no dispute and have no row security: server/access/policy.ts alone says who may read and change them.
alter table people disable row level security;
alter table accounts disable row level security;
alter table sign_ins disable row level security;
alter table forces disable row level security;
alter table person_forces disable row level security;
alter table rate_limits disable row level security;
alter table known_devices disable row level security;
alter table sign_in_tries disable row level security;
alter table second_factors disable row level security;
alter table recovery_codes disable row level security;
alter table bound_subjects disable row level security;
