-- Frozen words and particulars are written by triggers alone.
grant select on agreement_papers to zhongtiao_app;
grant select on paper_particulars to zhongtiao_app;
