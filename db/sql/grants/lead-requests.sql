grant select, insert, update (outcome, decided_by, decided_at, decision_reason, new_lead_person_id, told_means, told_on, told_by) on lead_requests to zhongtiao_app;
