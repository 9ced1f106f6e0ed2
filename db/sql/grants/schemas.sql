-- The role every transaction of the product runs as. It owns nothing and has only the rights given in these
-- files: migrate takes every right back before it reads them.
grant usage on schema public, app to zhongtiao_app;

grant execute on all functions in schema app to zhongtiao_app;

-- A table created by hand is accessible only to its owner.
alter default privileges in schema public, app revoke all on tables from public, zhongtiao_app;
alter default privileges in schema public, app revoke all on sequences from public, zhongtiao_app;
alter default privileges in schema public, app revoke all on functions from public, zhongtiao_app;
