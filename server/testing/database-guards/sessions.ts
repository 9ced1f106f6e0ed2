import { change, copy, fresh, type Guards, put, type Scene } from "./scene";

const invitation = (s: Scene, changes: Record<string, unknown>) =>
  copy("invitations", `id = '${s.convened.invitationId}'`, { id: fresh(), ...changes });
const answer = (s: Scene, columns: string) => [change("invitations", s.convened.invitationId, columns)];
const session = (s: Scene, changes: Record<string, unknown>) =>
  copy("sessions", `id = '${s.convened.sessionId}'`, { id: fresh(), ordinal: 7, ...changes });
const ended = (s: Scene) =>
  change("proceedings", s.convened.proceedingId, "status = 'closed', ended_at = now(), outcome = 'refused'");
const elsewhere = (s: Scene) => ({ dispute_id: s.unasked.disputeId, proceeding_id: s.unasked.proceedingId });
const here = (s: Scene) => `session_id = '${s.convened.sessionId}'`;
const record = (s: Scene, version: number, column = "facts", value = "''") =>
  `insert into session_records (county_id, session_id, version, dispute_id, ${column}, text, written_by, written_at)
   values ('${s.county.countyId}', '${s.convened.sessionId}', ${version}, '${s.convened.disputeId}', ${value}, '记录', '${s.county.people.mediator}', now())`;

/** Everybody on leave for two days, and the session held tomorrow. */
const away = (s: Scene) =>
  `insert into absences (county_id, id, person_id, during, kind, recorded_at)
   select '${s.county.countyId}', gen_random_uuid(), id, tstzrange(app.now(), app.now() + interval '2 days'), 'leave', app.now()
   from people where county_id = '${s.county.countyId}'`;
const comesTomorrow = (s: Scene) =>
  change(
    "sessions",
    s.convened.sessionId,
    "starts_at = app.now() + interval '24 hours', ends_at = app.now() + interval '25 hours'",
  );

const toldAt = new Date().toISOString();
const telling = (s: Scene, changes: Record<string, unknown>) =>
  put("session_tellings", {
    county_id: s.county.countyId,
    id: fresh(),
    session_id: s.convened.sessionId,
    dispute_id: s.convened.disputeId,
    party_id: s.convened.partyIds[0],
    means: "phone",
    starts_at: "2026-11-26T02:00:00Z",
    told_at: toldAt,
    told_by: s.county.people.mediator,
    answer: "unclear",
    entered_by: s.county.people.mediator,
    entered_at: toldAt,
    ...changes,
  });

/** Invitations and sessions: consent first, nobody booked twice in one hour, records that are never changed. */
export const sessionGuards: Guards = {
  invitations_consent_first: (s) => [invitation(s, elsewhere(s))],
  invitations_while_open: (s) => [ended(s), invitation(s, { person_id: s.county.people.lawyer, force_code: "lawyer" })],
  invitations_once_per_person: (s) => [invitation(s, {})],
  invitations_decline_has_reason: (s) => answer(s, "status = 'declined', answered_at = now()"),
  invitations_accept_declares_no_tie: (s) => answer(s, "status = 'accepted', answered_at = now()"),
  invitations_spoken_whole: (s) => answer(s, "spoken_means = 'phone'"),
  invitations_answered_by_invitee: (s) => [
    `select set_config('app.person', '${s.county.people.mediator}', true)`,
    change(
      "invitations",
      s.convened.invitationId,
      "status = 'accepted', answered_at = now(), no_tie_declared = 'noKinshipAgencyEmployer'",
    ),
  ],
  session_tellings_entered_after: (s) => [telling(s, { entered_at: "2001-01-01T02:00:00Z" })],
  session_tellings_append_only: (s) => [telling(s, {}), "update session_tellings set answer = 'coming'"],
  invitations_answered_when_answered: (s) => answer(s, "status = 'accepted', no_tie_declared = '没有关系'"),
  invitations_answer_by_after_sent: (s) => answer(s, "answer_by = sent_at"),
  sessions_consent_first: (s) => [session(s, elsewhere(s))],
  sessions_while_open: (s) => [ended(s), session(s, {})],
  sessions_room_in_use: (s) => [
    "alter table rooms disable trigger rooms_close_without_work",
    "update rooms set disabled_at = now()",
    session(s, {}),
  ],
  sessions_running_stay: (s) => [
    change("sessions", s.convened.sessionId, "started_at = now()"),
    change("sessions", s.convened.sessionId, "status = 'cancelled'"),
  ],
  session_people_come_when_held: (s) => [
    `update session_people set attendance = 'present' where session_id = '${s.convened.sessionId}'`,
  ],
  session_people_present_stay: (s) => [
    change("sessions", s.convened.sessionId, "started_at = now()"),
    `update session_people set attendance = 'present' where session_id = '${s.convened.sessionId}'`,
    `delete from session_people where session_id = '${s.convened.sessionId}'`,
  ],
  proceedings_lead_stays_in_session: (s) => [
    change("sessions", s.convened.sessionId, "started_at = now()"),
    change("proceedings", s.convened.proceedingId, `lead_person_id = '${s.county.people.mediator2}'`),
  ],
  sessions_video_has_link: (s) => [
    change("sessions", s.convened.sessionId, "mode = 'video'"),
    "set constraints all immediate",
  ],
  session_people_can_come: (s) => [
    comesTomorrow(s),
    `update slots t set during = tstzrange(x.starts_at, x.ends_at) from sessions x where x.id = t.session_id and ${here(s)}`,
    "set constraints all immediate",
    away(s),
    `update session_people set despite = '' where ${here(s)} and person_id is not null`,
  ],
  sessions_stay_as_held: (s) => [
    `update sessions set started_at = starts_at - interval '30 days' where proceeding_id = '${s.inForce.proceedingId}'`,
  ],
  session_people_stay_as_recorded: (s) => [
    `update session_people set attendance = 'absent' where dispute_id = '${s.inForce.disputeId}'`,
  ],
  sessions_not_ahead: (s) => [
    change(
      "sessions",
      s.convened.sessionId,
      "starts_at = now() + interval '1 hour', ends_at = now() + interval '2 hours'",
    ),
    change("sessions", s.convened.sessionId, "status = 'ended', result = 'failed'"),
  ],
  sessions_somewhere: (s) => [change("sessions", s.convened.sessionId, "place = '医院'")],
  sessions_booked_in_room: (s) => [change("sessions", s.convened.sessionId, "room_id = null, place = '医院'")],
  sessions_entered_afterwards: (s) => [session(s, { entered_at: "2026-11-24T02:00:00Z" })],
  sessions_start_before_end: (s) => [change("sessions", s.convened.sessionId, "ends_at = starts_at")],
  sessions_result_when_ended: (s) => [change("sessions", s.convened.sessionId, "status = 'ended'")],
  sessions_ordinal_once: (s) => [copy("sessions", `id = '${s.convened.sessionId}'`, { id: fresh() })],
  slots_no_double_booking: (s) => {
    const other = fresh();
    return [session(s, { id: other }), copy("slots", `${here(s)} and resource = 'room'`, { session_id: other })];
  },
  slots_person_may_be_asked: (s) => [
    copy("slots", `${here(s)} and resource = 'person'`, { resource_id: s.county.people.head2 }),
  ],
  slots_room_of_booking: (s) => [
    copy("slots", `${here(s)} and resource = 'room'`, { resource_id: s.county.rooms["东关派出所调解室 驻所调解室"] }),
  ],
  sessions_room_of_station: (s) => [
    change("sessions", s.convened.sessionId, `room_id = '${s.county.rooms["东关派出所调解室 驻所调解室"]}'`),
  ],
  slots_hours_of_booking: (s) => [
    `update slots set during = tstzrange(lower(during), upper(during) - interval '1 minute') where ${here(s)}`,
    "set constraints all immediate",
  ],
  slots_kept_while_booked: (s) => [
    `delete from slots where ${here(s)} and resource = 'room'`,
    "set constraints all immediate",
  ],
  slots_during_not_empty: (s) => [`update slots set during = 'empty' where ${here(s)}`],
  session_people_in_office: (s) => [
    change("people", s.county.people.judge3 ?? "", "disabled_at = now()"),
    copy("session_people", `${here(s)} and party_id is not null`, {
      id: fresh(),
      party_id: null,
      person_id: s.county.people.judge3,
    }),
  ],
  session_people_may_sit: (s) => [
    copy("session_people", `${here(s)} and party_id is not null`, {
      id: fresh(),
      party_id: null,
      // Asked, and has not answered.
      person_id: s.county.people.judge,
    }),
  ],
  session_people_seated_by_another: (s) => [
    put("video_links", {
      county_id: s.county.countyId,
      session_id: s.convened.sessionId,
      dispute_id: s.convened.disputeId,
      url: "https://meet.example/1",
      set_by: s.county.people.mediator,
      set_at: "2026-11-24T02:00:00Z",
    }),
    `select set_config('app.person', '${s.county.people.mediator2}', true)`,
    copy("session_people", `${here(s)} and party_id is not null`, {
      id: fresh(),
      party_id: null,
      person_id: s.county.people.mediator2,
    }),
  ],
  session_people_one_kind: (s) => [
    copy("session_people", `${here(s)} and party_id is not null`, {
      id: fresh(),
      person_id: s.county.people.mediator2,
    }),
  ],
  session_people_party_once: (s) => [copy("session_people", `${here(s)} and party_id is not null`, { id: fresh() })],
  session_people_person_once: (s) => {
    const person = { id: fresh(), party_id: null, person_id: s.county.people.mediator2 };
    const add = (id: string) => copy("session_people", `${here(s)} and party_id is not null`, { ...person, id });
    return [add(fresh()), add(fresh())];
  },
  session_records_joint_only: (s) => [change("sessions", s.convened.sessionId, "kind = 'caucus'"), record(s, 1)],
  session_records_statements_of_parties: (s) => [
    record(s, 1, "statements", `'[{"partyId": "${fresh()}", "text": "谁也不是"}]'`),
  ],
  session_records_failed_whole: (s) => [
    "alter table sessions disable trigger sessions_not_ahead",
    change("sessions", s.convened.sessionId, "status = 'ended', result = 'failed'"),
    record(s, 1),
  ],
  sessions_failed_say_why: (s) => [
    record(s, 1),
    "alter table sessions disable trigger sessions_not_ahead",
    change("sessions", s.convened.sessionId, "status = 'ended', result = 'failed'"),
    "set constraints all immediate",
  ],
  sessions_ended_have_record: (s) => [
    "alter table sessions disable trigger sessions_not_ahead",
    change("sessions", s.convened.sessionId, "status = 'ended', result = 'agreed'"),
    "set constraints all immediate",
  ],
  session_records_of_held: (s) => [record(s, 1), "set constraints all immediate"],
  session_records_correction_has_reason: (s) => [record(s, 2)],
  session_records_append_only: (s) => [record(s, 1), `update session_records set text = '改' where ${here(s)}`],
  notes_side_lane_names_side: (s) => [
    `insert into notes (county_id, id, dispute_id, lane, text, author_id, written_at)
     values ('${s.county.countyId}', '${fresh()}', '${s.convened.disputeId}', 'side', '话', '${s.county.people.mediator}', now())`,
  ],
};
