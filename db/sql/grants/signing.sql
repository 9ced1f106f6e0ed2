grant select, insert on signatures to zhongtiao_app;
-- A refusal is written by the system, for whoever holds the link.
grant select, insert on signing_requests to zhongtiao_app;
grant update (refused_at, refused_reason) on signing_requests to zhongtiao_system;
