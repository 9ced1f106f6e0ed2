grant select, insert, update on invitations to zhongtiao_app;
-- What opens a link or a visit is read and written by the system alone: whoever made a link could otherwise answer by it.
grant select (county_id, id, dispute_id, invitation_id, asking_id, request_id, created_by, created_at, expires_at, revoked_at, tries_left, visit_expires_at, used_at),
  insert (county_id, id, dispute_id, invitation_id, asking_id, request_id, token_hash, code_hash, created_by, created_at, expires_at),
  update (revoked_at) on invitation_links to zhongtiao_app;
grant select (token_hash, code_hash, visit_hash), update (tries_left, visit_hash, visit_expires_at, used_at) on invitation_links to zhongtiao_system;
