grant select (county_id, id, dispute_id, restricted_at, released_at),
  insert (county_id, id, dispute_id, ground, reason, restricted_by, restricted_at),
  update (released_by, released_at, release_reason) on dispute_restrictions to zhongtiao_app;
grant select, insert, update (is_granted, decided_by, decided_at, starts_at, ends_at, ended_by, ended_at, review_due_at,
  review, review_note, reviewed_by, reviewed_at) on reading_windows to zhongtiao_app;
