grant select on app.own_rights, app.own_windows, app.readable_parties, app.readable_party_links, app.readable_calls, app.readable_papers,
  app.readable_party_changes to zhongtiao_app;
