grant select, insert, update (revoked_by, revoked_at) on registration_slips to zhongtiao_app;
