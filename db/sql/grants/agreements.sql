grant select, insert, update on agreements to zhongtiao_app;
grant select, insert, update, delete on obligations to zhongtiao_app;
grant select, insert, delete on obligation_parties to zhongtiao_app;
grant select, insert on seals to zhongtiao_app;
