grant select on app.own_rights, app.own_windows, app.readable_parties, app.readable_party_links, app.readable_calls to zhongtiao_app;
