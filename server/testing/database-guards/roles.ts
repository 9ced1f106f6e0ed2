import { change, fresh, type Guards, put, type Scene } from "./scene";

const roleId = fresh();
/** A mediator who is a lawyer as well. */
const held = (s: Scene, over: Record<string, unknown> = {}) =>
  put("person_roles", {
    ...{ county_id: s.county.countyId, id: roleId, person_id: s.county.people.mediator2, role: "expert" },
    ...{ from_on: "2026-11-20", reason: "也在律所执业", ended_reason: "" },
    ...{ given_by: s.county.people.admin, given_at: "2026-11-20T02:00:00Z" },
    ...over,
  });
/** On duty as a lawyer next year. */
const shift = (s: Scene, who: string) =>
  put("duty_shifts", {
    ...{
      county_id: s.county.countyId,
      id: fresh(),
      person_id: s.county.people[who],
      set_by: s.county.people.committee,
    },
    during: "[2099-01-05T00:00:00Z,2099-01-05T09:00:00Z)",
  });
const byAdmin = (s: Scene) => `select set_config('app.person', '${s.county.people.admin}', true)`;
const atOnce = "set constraints all immediate";
const point = (s: Scene) => s.county.points["江畔社区调解室"] ?? "";

export const roleGuards: Guards = {
  person_roles_workplace_by_role: (s) => [held(s, { role: "gridMember" })],
  person_roles_span: (s) => [held(s, { until_on: "2026-11-19" })],
  person_roles_ended_whole: (s) => [held(s, { ended_at: "2026-11-21T02:00:00Z" })],
  person_roles_of_one: (s) => [
    "alter table person_roles drop constraint person_roles_county_id_id_pk",
    held(s),
    held(s, { role: "gridMember", station_id: s.county.stations.LW }),
  ],
  person_roles_once: (s) => [held(s), held(s, { id: fresh() })],
  person_roles_beside_main: (s) => [held(s, { person_id: s.county.people.officer }), atOnce],
  people_role_beside_others: (s) => [
    held(s),
    atOnce,
    change("people", s.county.people.mediator2 ?? "", "role = 'officer', committee_id = null"),
  ],
  person_roles_end_once: (s) => [held(s), change("person_roles", roleId, "until_on = '2027-01-01'")],
  person_roles_end_without_matters: (s) => [
    held(s, { person_id: s.county.people.committee, role: "mediator", station_id: s.county.stations.LW }),
    "alter table proceedings disable trigger user",
    change("proceedings", s.convened.proceedingId, `lead_person_id = '${s.county.people.committee}'`),
    change(
      "person_roles",
      roleId,
      `ended_by = '${s.county.people.admin}', ended_at = now(), ended_reason = '只当主任'`,
    ),
  ],
  forces_leave_without_work: (s) => [
    `update invitations set status = 'sent', answered_at = null where id = '${s.convened.invitationId}'`,
    `update forces set disabled_at = now() where county_id = '${s.county.countyId}'
      and code = (select force_code from invitations where id = '${s.convened.invitationId}')`,
  ],
  person_roles_at_open_place: (s) => [
    "alter table contact_points disable trigger contact_points_close_without_work",
    change("contact_points", point(s), "disabled_at = now()"),
    held(s, { point_id: point(s) }),
  ],
  duty_shifts_by_lawyer: (s) => [shift(s, "mediator2")],
  people_leave_no_work: (s) => [
    shift(s, "lawyer"),
    byAdmin(s),
    change("people", s.county.people.lawyer ?? "", "disabled_at = now()"),
  ],
  person_roles_end_without_work: (s) => [
    held(s),
    `insert into person_forces (county_id, person_id, force_code) values ('${s.county.countyId}', '${s.county.people.mediator2}', 'lawyer')`,
    shift(s, "mediator2"),
    byAdmin(s),
    change(
      "person_roles",
      roleId,
      `ended_at = now(), ended_by = '${s.county.people.admin}', ended_reason = '不再执业'`,
    ),
  ],
  person_forces_end_without_work: (s) => [
    shift(s, "lawyer"),
    byAdmin(s),
    `delete from person_forces where person_id = '${s.county.people.lawyer}' and force_code = 'lawyer'`,
    atOnce,
  ],
  invitations_not_of_own_office: (s) => [
    held(s),
    `insert into invitations select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'status', 'sent',
      'person_id', '${s.county.people.mediator2}'))).* from invitations i where i.id = '${s.convened.invitationId}'`,
  ],
};
