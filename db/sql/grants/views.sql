grant select on app.readable_parties, app.readable_party_links, app.readable_calls, app.readable_papers,
  app.readable_party_changes to zhongtiao_app;
