grant select on calendar_entries to zhongtiao_app;
-- The hash of a feed's secret is compared by the system alone.
grant select (county_id, id, resource, resource_id, label, created_by, created_at, read_at, revoked_at), insert, update (revoked_at) on feed_tokens to zhongtiao_app;
grant select (token_hash) on feed_tokens to zhongtiao_system;
