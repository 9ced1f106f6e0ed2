grant select, insert, update (state, pdf_sha256, word_sha256, problem, settled_at, progress) on papers to zhongtiao_app;
