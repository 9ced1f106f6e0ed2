import { change, copy, fresh, type Guards, type Scene } from "./scene";

const station = (s: Scene) => s.county.stations.LW ?? "";
const room = (s: Scene) => s.county.rooms["柳湾派出所调解室 驻所调解室一"] ?? "";
const own = (s: Scene) => `county_id = '${s.county.countyId}'`;
const hours = (s: Scene, columns: string) => [
  `update room_hours set ${columns} where room_id = '${room(s)}' and weekday = 1`,
];

/** People, accounts, forces and places. */
export const administrationGuards: Guards = {
  accounts_username_once: (s) => [
    `update accounts set username = (select upper(username) from accounts where person_id = '${s.county.people.head}') where person_id = '${s.county.people.officer}'`,
  ],
  counters_count_by_one: (s) => [`update counters set value = value + 2 where ${own(s)}`],
  people_not_own_deputy: (s) => [change("people", s.county.people.judge ?? "", "deputy_id = id")],
  people_workplace_by_role: (s) => [change("people", s.county.people.officer ?? "", "station_id = null")],
  forces_code_shape: (s) => [copy("forces", own(s), { code: "8", sort: 99 })],
  forces_sort_once: (s) => [copy("forces", own(s), { code: "another" })],
  stations_code_shape: (s) => [change("stations", station(s), "code = 'lw'")],
  stations_code_once: (s) => [copy("stations", `id = '${station(s)}'`, { id: fresh(), name: "新所" })],
  stations_name_once: (s) => [copy("stations", `id = '${station(s)}'`, { id: fresh(), code: "XX" })],
  committees_name_once: (s) => [copy("committees", own(s), { id: fresh() })],
  contact_points_name_once: (s) => [copy("contact_points", own(s), { id: fresh() })],
  rooms_name_once: (s) => [copy("rooms", `id = '${room(s)}'`, { id: fresh() })],
  rooms_seats_range: (s) => [change("rooms", room(s), "seats = 1")],
  room_hours_open_before_close: (s) => hours(s, "closes_at = opens_at"),
  room_hours_weekday_range: (s) => hours(s, "weekday = 8"),
};
