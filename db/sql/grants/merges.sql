grant select, insert, update on dispute_merges, dispute_links to zhongtiao_system;
grant select, insert on dispute_merge_parties to zhongtiao_system;
