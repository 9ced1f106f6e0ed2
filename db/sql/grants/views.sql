grant select on app.readable_parties, app.readable_party_links, app.readable_calls to zhongtiao_app;
