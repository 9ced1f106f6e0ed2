-- Read and written by functions with their owner's rights alone (db/sql/functions/search.sql): what a search finds, it finds
-- for somebody. Facts of the language belong to nobody.
alter table dispute_words enable row level security, force row level security;
create policy owner_all on dispute_words to current_user using (true) with check (true);

alter table character_sounds enable row level security, force row level security;
create policy owner_all on character_sounds to current_user using (true) with check (true);
