grant select, insert, update on agreements to zhongtiao_app;
grant select, insert, update, delete on obligations to zhongtiao_app;
grant select, insert, delete on obligation_parties to zhongtiao_app;
grant select on agreement_papers to zhongtiao_app;
grant select on paper_particulars to zhongtiao_app;
grant select, insert on signatures to zhongtiao_app;
grant select, insert on seals to zhongtiao_app;
