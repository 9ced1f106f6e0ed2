-- What a notification says is read through app.own_notifications() alone, which closes it with its reader's part; the system writes and sends it.
grant select (county_id, id, cause, kind, recipient_kind, recipient_id, dispute_id, session_id, invitation_id, created_at, read_at), update (read_at)
  on notifications to zhongtiao_app;
grant select (params), insert on notifications to zhongtiao_system;
grant select, insert, update on deliveries to zhongtiao_app;
