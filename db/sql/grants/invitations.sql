grant select, insert, update on invitations to zhongtiao_app;
grant select, insert, update on invitation_links to zhongtiao_app;
