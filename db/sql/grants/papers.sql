grant select, insert, update (state, pdf_sha256, word_sha256, problem, settled_at, progress, pages) on papers to zhongtiao_app;
grant select, insert on sealed_papers to zhongtiao_app;
