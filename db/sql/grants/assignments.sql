grant select, insert, update (due_at, status, answer, answered_by, answered_at, remark, settled_by, settled_at) on assignments to zhongtiao_app;
