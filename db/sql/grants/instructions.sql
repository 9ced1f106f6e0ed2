grant select, insert, update (answer, answered_by, answered_at, withdrawn_by, withdrawn_at) on instructions to zhongtiao_app;
