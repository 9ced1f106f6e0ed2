import { change, copy, fresh, type Guards, put, type Scene } from "./scene";

const now = "2026-11-24T02:00:00Z";
const later = "2026-11-24T04:00:00Z";
const county = (s: Scene) => ({ county_id: s.county.countyId });
const inDispute = (s: Scene) => ({ ...county(s), dispute_id: s.convened.disputeId });
const inSession = (s: Scene) => ({ ...inDispute(s), session_id: s.convened.sessionId });
const person = (s: Scene, username: string) => s.county.people[username] ?? "";
const room = (s: Scene) => Object.values(s.county.rooms)[0] ?? "";

const invite = (s: Scene, username: string, force: string) =>
  copy("invitations", `id = '${s.convened.invitationId}'`, {
    id: fresh(),
    person_id: person(s, username),
    force_code: force,
  });
const tie = (s: Scene, username: string) =>
  put("ties", {
    ...inDispute(s),
    id: fresh(),
    party_id: s.convened.partyIds[0],
    person_id: person(s, username),
    kind: "kin",
    source: "recorded",
    recorded_by: person(s, "mediator"),
    recorded_at: now,
  });
const waiver = (s: Scene, over: Record<string, unknown> = {}) =>
  put("tie_waivers", {
    ...inDispute(s),
    id: fresh(),
    proceeding_id: s.convened.proceedingId,
    person_id: person(s, "lawyer"),
    kinds: ["kin"],
    reason: "各方都说不介意",
    waived_by: person(s, "mediator"),
    waived_at: new Date().toISOString(),
    ...over,
  });
const tick = (s: Scene, waiverId: string) =>
  put("tie_waiver_parties", { ...inDispute(s), waiver_id: waiverId, party_id: s.convened.partyIds[0] });
const rule = (s: Scene, seats: number) =>
  put("panel_rules", {
    ...county(s),
    committee_id: s.county.committees.LW,
    dispute_type: "neighbour",
    area: "",
    force_code: "lawyer",
    valid_from: "2026-12-01",
    need: "required",
    seats,
    reason: "按规定",
    written_by: person(s, "committee"),
    written_at: now,
  });
const partyTime = (s: Scene, over: Record<string, unknown>) =>
  put("party_times", {
    ...inDispute(s),
    id: fresh(),
    party_id: s.convened.partyIds[0],
    kind: "cannot",
    from_time: "08:30",
    until_time: "12:00",
    recorded_by: person(s, "mediator"),
    recorded_at: now,
    ...over,
  });
const need = (s: Scene, over: Record<string, unknown>) =>
  put("session_needs", { ...inSession(s), id: fresh(), seats: 1, is_required: true, ...over });
const link = (s: Scene, over: Record<string, unknown> = {}) =>
  put("invitation_links", {
    ...inDispute(s),
    id: fresh(),
    invitation_id: s.convened.invitationId,
    token_hash: fresh(),
    created_by: person(s, "mediator"),
    created_at: now,
    expires_at: later,
    tries_left: 5,
    ...over,
  });
const revoked = { revoked_at: later };
const here = (s: Scene) => `session_id = '${s.convened.sessionId}'`;
const townHall = (s: Scene, id: string, over: Record<string, unknown> = {}) =>
  put("town_halls", {
    ...county(s),
    id,
    station_id: s.county.stations.LW,
    title: "江畔恳谈会",
    room_id: room(s),
    chair_id: person(s, "officer"),
    weekday: 3,
    starts_at: "19:00",
    minutes: 60,
    from_day: "2027-01-01",
    until_day: "2027-03-01",
    created_by: person(s, "officer"),
    created_at: now,
    ...over,
  });
const meeting = (s: Scene, townHallId: string, over: Record<string, unknown> = {}) =>
  put("town_hall_meetings", {
    ...county(s),
    id: fresh(),
    town_hall_id: townHallId,
    starts_at: "2027-01-06T11:00:00Z",
    ends_at: "2027-01-06T12:00:00Z",
    room_id: room(s),
    ...over,
  });
const meetingSlot = (s: Scene, meetingId: string, during: string) =>
  put("slots", { ...county(s), id: fresh(), meeting_id: meetingId, resource: "room", resource_id: room(s), during });

/** Who may be asked, when people can come, and what takes whose time. */
export const conveningGuards: Guards = {
  invitations_no_tie: (s) => [tie(s, "lawyer"), invite(s, "lawyer", "lawyer")],
  invitations_accept_without_tie: (s) => [
    tie(s, "judge"),
    change(
      "invitations",
      s.convened.invitationId,
      "status = 'accepted', answered_at = now(), no_tie_declared = '没有关系'",
    ),
  ],
  invitations_accept_with_consent: (s) => [
    `insert into parties (county_id, id, dispute_id, side, position, kind, standing, name)
     values ('${s.county.countyId}', '${fresh()}', '${s.convened.disputeId}', 3, 9, 'person', 'thirdParty', '后来的人')`,
    change(
      "invitations",
      s.convened.invitationId,
      "status = 'accepted', answered_at = now(), no_tie_declared = '没有关系'",
    ),
  ],
  invitations_proposal_has_times: (s) => [change("invitations", s.convened.invitationId, "proposed_at = now()")],
  ties_once: (s) => [tie(s, "lawyer"), tie(s, "lawyer")],
  tie_waivers_reason_given: (s) => [
    "alter table tie_waivers disable trigger tie_waivers_check_reason",
    waiver(s, { reason: "  " }),
  ],
  tie_waivers_every_party: (s) => {
    const id = fresh();
    return [waiver(s, { id }), tick(s, id), "set constraints all immediate"];
  },
  tie_waivers_append_only: (s) => [waiver(s), "update tie_waivers set reason = '改'"],
  tie_waiver_parties_by_entitled: (s) => {
    const id = fresh();
    return [
      waiver(s, { id }),
      `update parties set is_minor = true where id = '${s.convened.partyIds[0]}'`,
      tick(s, id),
    ];
  },
  tie_waiver_parties_append_only: (s) => {
    const id = fresh();
    return [waiver(s, { id }), tick(s, id), `delete from tie_waiver_parties where waiver_id = '${id}'`];
  },
  panel_rules_seats_range: (s) => [rule(s, 6)],
  party_times_weekday_range: (s) => [partyTime(s, { weekday: 8 })],
  party_times_from_before_until: (s) => [partyTime(s, { until_time: "08:00" })],
  party_times_days_in_order: (s) => [partyTime(s, { from_day: "2026-12-02", until_day: "2026-12-01" })],
  session_needs_one_kind: (s) => [need(s, { person_id: person(s, "judge"), force_code: "lawyer" })],
  session_needs_seats_range: (s) => [need(s, { person_id: person(s, "judge"), seats: 2 })],
  session_needs_person_once: (s) => [
    need(s, { person_id: person(s, "judge") }),
    need(s, { person_id: person(s, "judge") }),
  ],
  session_needs_force_once: (s) => [need(s, { force_code: "lawyer" }), need(s, { force_code: "lawyer" })],
  sessions_held_while_booked: (s) => [
    change("sessions", s.convened.sessionId, "status = 'ended', result = 'agreed', held_until = now()"),
  ],
  video_links_https: (s) => [
    put("video_links", { ...inSession(s), url: "http://meet.example/1", set_by: person(s, "mediator"), set_at: now }),
  ],
  invitation_links_open_one_thing: (s) => [link(s, { invitation_id: null })],
  invitation_links_one_live: (s) => [link(s), link(s)],
  invitation_links_token_once: (s) => [
    link(s, { ...revoked, token_hash: "same" }),
    link(s, { ...revoked, token_hash: "same" }),
  ],
  invitation_links_code_once: (s) => [
    link(s, { ...revoked, code_hash: "same" }),
    link(s, { ...revoked, code_hash: "same" }),
  ],
  invitation_links_visit_once: (s) => {
    const visit = { ...revoked, visit_hash: "same", visit_expires_at: later };
    return [link(s, visit), link(s, visit)];
  },
  invitation_links_visit_whole: (s) => [link(s, { visit_hash: "alone" })],
  invitation_links_tries_range: (s) => [link(s, { tries_left: -1 })],
  slots_one_owner: (s) => [`update slots set session_id = null where ${here(s)}`],
  slots_session_resource_once: (s) => [
    copy("slots", `${here(s)} and resource = 'room'`, {
      id: fresh(),
      during: '["2030-01-01 09:00+08","2030-01-01 10:00+08")',
    }),
  ],
  slots_meeting_resource_once: (s) => {
    const [series, one] = [fresh(), fresh()];
    return [
      townHall(s, series),
      meeting(s, series, { id: one }),
      meetingSlot(s, one, '["2027-01-06 19:00+08","2027-01-06 20:00+08")'),
      meetingSlot(s, one, '["2027-01-06 20:00+08","2027-01-06 21:00+08")'),
    ];
  },
  town_halls_weekday_range: (s) => [townHall(s, fresh(), { weekday: 0 })],
  town_halls_minutes_range: (s) => [townHall(s, fresh(), { minutes: 10 })],
  town_halls_from_before_until: (s) => [townHall(s, fresh(), { until_day: "2026-12-31" })],
  town_hall_meetings_room_in_use: (s) => {
    const series = fresh();
    return [
      "alter table rooms disable trigger rooms_close_without_work",
      change("rooms", room(s), "disabled_at = now()"),
      townHall(s, series),
      meeting(s, series),
    ];
  },
  town_hall_meetings_chair_in_office: (s) => {
    const series = fresh();
    const left = change("people", person(s, "officer"), "disabled_at = now()");
    return ["alter table people disable trigger user", left, townHall(s, series), meeting(s, series)];
  },
  town_hall_meetings_start_before_end: (s) => {
    const series = fresh();
    return [townHall(s, series), meeting(s, series, { ends_at: "2027-01-06T11:00:00Z" })];
  },
  town_hall_meetings_start_once: (s) => {
    const series = fresh();
    return [townHall(s, series), meeting(s, series), meeting(s, series)];
  },
};
