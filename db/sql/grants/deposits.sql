grant select, insert, update (pdf_sha256, word_sha256) on deposits to zhongtiao_app;
grant select, insert on deposited_dossiers to zhongtiao_app;
