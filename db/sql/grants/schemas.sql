-- The role every transaction of the product runs as. It owns nothing, and what no file here gives, it has not: migrate
-- takes every right back before it reads these files.
grant usage on schema public, app to zhongtiao_app;

grant execute on all functions in schema app to zhongtiao_app;

-- A table made by hand is nobody's but its owner's.
alter default privileges in schema public, app revoke all on tables from public, zhongtiao_app;
alter default privileges in schema public, app revoke all on sequences from public, zhongtiao_app;
alter default privileges in schema public, app revoke all on functions from public, zhongtiao_app;
