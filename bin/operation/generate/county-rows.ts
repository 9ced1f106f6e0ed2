import { phoneHashes } from "@/db/encryption/encrypt";
import { defaultForces } from "@/server/demo/forces";
import type { GeneratedCounty, GeneratedPerson } from "./generated-county";

type Cell = string | number | boolean | null;
/** Rows for one table, in the order of its columns. */
export interface TableRows {
  table: string;
  columns: readonly string[];
  rows: Cell[][];
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const inCommittee = (person: GeneratedPerson) => person.role === "mediator" || person.role === "committeeHead";

function placesOf({ id: county, name, stations }: GeneratedCounty): TableRows[] {
  return [
    { table: "counties", columns: ["id", "name"], rows: [[county, name]] },
    {
      table: "stations",
      columns: ["county_id", "id", "name", "code"],
      rows: stations.map((station) => [county, station.id, station.name, station.code]),
    },
    {
      table: "committees",
      columns: ["county_id", "id", "name", "dossier_word"],
      rows: stations.map((station) => [county, station.committeeId, station.committee, station.dossierWord]),
    },
    {
      table: "contact_points",
      columns: ["county_id", "id", "station_id", "kind", "name", "address"],
      rows: stations.flatMap((station) =>
        station.points.map((point) => [county, point.id, station.id, point.kind, point.name, point.address]),
      ),
    },
    {
      table: "rooms",
      columns: ["county_id", "id", "point_id", "name", "seats"],
      rows: stations.flatMap(({ points, rooms }) =>
        rooms.map((room) => [county, room.id, points[0]?.id ?? null, room.name, room.seats]),
      ),
    },
    {
      table: "room_hours",
      columns: ["county_id", "room_id", "weekday", "opens_at", "closes_at"],
      rows: stations.flatMap(({ rooms }) =>
        rooms.flatMap((room) => weekdays.map((day) => [county, room.id, day, "08:30", "20:30"])),
      ),
    },
  ];
}

/** Every row of a county's places and people. Its accounts have the demo's password and addresses. */
export function countyRows(county: GeneratedCounty, passwordHash: string): TableRows[] {
  const { id, people } = county;
  return [
    ...placesOf(county),
    {
      table: "forces",
      columns: ["county_id", "code", "name_zh", "name_en", "short_zh", "short_en", "sort"],
      rows: defaultForces.map((force, sort) => [id, ...force, sort + 1]),
    },
    {
      table: "people",
      columns: [
        "county_id",
        "id",
        "name",
        "role",
        "phone",
        "phone_hash",
        "post",
        "email",
        "area",
        "station_id",
        "committee_id",
      ],
      rows: people.map((one) => [
        id,
        one.id,
        one.name,
        one.role,
        one.phone,
        phoneHashes(id, one.phone).hash,
        one.post,
        `${one.username}@demo.example`,
        one.force ? "全县" : "",
        one.station?.id ?? null,
        one.station && inCommittee(one) ? one.station.committeeId : null,
      ]),
    },
    {
      table: "person_forces",
      columns: ["county_id", "person_id", "force_code"],
      rows: people.filter((one) => one.force).map((one) => [id, one.id, one.force]),
    },
    {
      table: "accounts",
      columns: ["county_id", "person_id", "username", "password_hash", "must_change_password"],
      rows: people.map((one) => [id, one.id, one.username, passwordHash, false]),
    },
  ];
}
