import type { Database, Tx } from "@/db/client";
import { phoneHashes } from "@/db/encryption/encrypt";
import { accounts, forces, people, personForces } from "@/db/schema/people";
import { committees, contactPoints, counties, roomHours, rooms, stations } from "@/db/schema/places";
import { units } from "@/db/schema/units";
import { isOfCommittee } from "@/server/disputes/choices";
import type { PersonActor } from "@/server/kernel/actor";
import { englishOf } from "./english-names";
import { defaultForces } from "./forces";
import { idsInOrder } from "./ids-in-order";
import { type DemoPerson, demoPeople } from "./people";
import { type DemoPoint, type DemoStation, demoStations } from "./places";

/** A county as the seed left it: ids by the names people know. */
export interface SeededCounty {
  countyId: string;
  /** Station id by code. */
  stations: Record<string, string>;
  committees: Record<string, string>;
  points: Record<string, string>;
  rooms: Record<string, string>;
  /** Person id by user name. */
  people: Record<string, string>;
}

/** The actor behind a demo user name. */
export function seededActor(county: SeededCounty, username: string): PersonActor {
  const person = demoPeople.find((one) => one.username === username);
  const personId = county.people[username];
  if (!person || !personId) throw new Error(`the county has no ${username}`);
  const { station, role } = person;
  const inCommittee = isOfCommittee(role);
  return {
    kind: "person",
    countyId: county.countyId,
    personId,
    role,
    stationId: station ? (county.stations[station] ?? null) : null,
    committeeId: station && inCommittee ? (county.committees[station] ?? null) : null,
    pointId: person.point ? (county.points[person.point] ?? null) : null,
  };
}

/** The unit an expert comes from, as their post says it: 柳湾人民法庭法官 → 柳湾人民法庭. */
const employerOf = (person: DemoPerson): string =>
  person.forces ? (person.post.split(/(?<=所|院|法庭|队|社区|物业|站|镇)/)[0] ?? "") : "";

interface CountyOptions {
  /** The moment at which the county is made; its ids carry it. */
  now: Date;
  /** Of the one password all its accounts have, from `hashPassword`. */
  passwordHash: string;
  name?: string;
  /** Makes user names unique where several counties share a database (tests). */
  suffix?: string;
  stationCodes?: readonly string[];
}

/** What every part of the county is written with. */
interface Writing {
  tx: Tx;
  county: SeededCounty;
  newId: () => string;
}

/** Writes one demo county: stations, committees, points, rooms with hours, forces, people and accounts. */
export async function createCounty(db: Database, options: CountyOptions): Promise<SeededCounty> {
  const { now, passwordHash, name = "柳湾县", suffix = "", stationCodes = demoStations.map((s) => s.code) } = options;
  const newId = idsInOrder(now);
  const countyId = newId();
  const county: SeededCounty = { countyId, stations: {}, committees: {}, points: {}, rooms: {}, people: {} };
  const chosen = demoStations.filter((station) => stationCodes.includes(station.code));
  const here = demoPeople.filter((person) => !person.station || stationCodes.includes(person.station));
  for (const person of here) county.people[person.username] = newId();

  await db.transaction(async (tx) => {
    const writing: Writing = { tx, county, newId };
    await tx.insert(counties).values({ id: countyId, name, nameEn: options.name ? "" : englishOf(name) });
    for (const station of chosen) await insertStation(writing, station);
    await insertForces(writing);
    const unitIds = await insertUnits(writing, here);
    await insertPeople(writing, here, unitIds);
    await insertAccounts(writing, here, { suffix, passwordHash });
  });
  return county;
}

const named = (name: string) => ({ name, nameEn: englishOf(name) });

async function insertStation({ tx, county, newId }: Writing, station: DemoStation): Promise<void> {
  const { countyId } = county;
  const stationId = newId();
  const committeeId = newId();
  county.stations[station.code] = stationId;
  county.committees[station.code] = committeeId;
  await tx.insert(stations).values({ countyId, id: stationId, ...named(station.name), code: station.code });
  await tx
    .insert(committees)
    .values({ countyId, id: committeeId, ...named(station.committee), dossierWord: station.dossierWord });
  for (const point of station.points) await insertPoint({ tx, county, newId }, stationId, point);
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** A contact point with its rooms, which are open every day. */
async function insertPoint({ tx, county, newId }: Writing, stationId: string, point: DemoPoint): Promise<void> {
  const { countyId } = county;
  const pointId = newId();
  county.points[point.name] = pointId;
  await tx
    .insert(contactPoints)
    .values({ countyId, id: pointId, stationId, kind: point.kind, ...named(point.name), address: point.address });
  const here = point.rooms.map(([name, seats]) => ({ countyId, id: newId(), pointId, ...named(name), seats }));
  if (here.length === 0) return;
  for (const room of here) county.rooms[`${point.name} ${room.name}`] = room.id;
  await tx.insert(rooms).values(here);
  const daily = { countyId, opensAt: "08:30", closesAt: "20:30" };
  await tx
    .insert(roomHours)
    .values(here.flatMap((room) => weekdays.map((weekday) => ({ ...daily, roomId: room.id, weekday }))));
}

async function insertForces({ tx, county: { countyId } }: Writing): Promise<void> {
  await tx.insert(forces).values(
    defaultForces.map(([code, nameZh, nameEn, shortZh, shortEn], sort) => ({
      countyId,
      code,
      nameZh,
      nameEn,
      shortZh,
      shortEn,
      sort: sort + 1,
    })),
  );
}

/** The units that helpers come from. Gives their ids by name. */
async function insertUnits(
  { tx, county: { countyId }, newId }: Writing,
  here: readonly DemoPerson[],
): Promise<Map<string, string>> {
  const unitIds = new Map(here.flatMap((person) => employerOf(person) || []).map((unit) => [unit, newId()]));
  await tx.insert(units).values(
    [...unitIds].map(([unit, id], i) => ({
      countyId,
      id,
      name: unit,
      leadName: `${unit}负责人`,
      leadPhone: `1370000${String(1000 + i)}`,
      leadEmail: `unit${i + 1}@units.example`,
    })),
  );
  return unitIds;
}

const phoneOf = (countyId: string, phone: string) => ({ phone, phoneHash: phoneHashes(countyId, phone).hash });

async function insertPeople(
  { tx, county }: Writing,
  here: readonly DemoPerson[],
  unitIds: ReadonlyMap<string, string>,
): Promise<void> {
  await tx.insert(people).values(
    here.map((person, i) => ({
      countyId: county.countyId,
      id: county.people[person.username] ?? "",
      name: person.name,
      role: person.role,
      ...phoneOf(county.countyId, `1390000${String(1000 + i)}`),
      post: person.post,
      postEn: englishOf(person.post),
      employer: employerOf(person),
      email: `${person.username}@demo.example`,
      unitId: unitIds.get(employerOf(person)) ?? null,
      area: person.area ?? "",
      deputyId: person.deputy ? county.people[person.deputy] : null,
      stationId: person.station ? county.stations[person.station] : null,
      pointId: person.point ? (county.points[person.point] ?? null) : null,
      committeeId: person.station && isOfCommittee(person.role) ? county.committees[person.station] : null,
    })),
  );
}

/** Everybody's account, and the forces that helpers belong to. */
async function insertAccounts(
  { tx, county }: Writing,
  here: readonly DemoPerson[],
  { suffix, passwordHash }: { suffix: string; passwordHash: string },
): Promise<void> {
  const { countyId } = county;
  const idOf = (person: DemoPerson) => county.people[person.username] ?? "";
  await tx.insert(accounts).values(
    here.map((person) => ({
      countyId,
      personId: idOf(person),
      username: person.username + suffix,
      passwordHash,
      mustChangePassword: false,
    })),
  );
  const belonging = here.flatMap((person) =>
    (person.forces ?? []).map((forceCode) => ({ countyId, personId: idOf(person), forceCode })),
  );
  await tx.insert(personForces).values(belonging);
}
