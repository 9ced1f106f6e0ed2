import { onDay } from "@/server/demo/scenarios/clock";
import type { DemoCounty } from "@/server/demo/scenarios/demo-county";
import { actAs } from "@/server/kernel/context";
import type { GeneratedCounty, GeneratedPerson, GeneratedStation } from "./generated-county";

/** People who take part in stories, by the name that stories give them; `lawyer2` is the second of the force. */
export interface Scene extends DemoCounty {
  station: GeneratedStation;
  cast: ReadonlyMap<string, GeneratedPerson>;
}

const actorOf = (county: GeneratedCounty, person: GeneratedPerson) => ({
  kind: "person" as const,
  countyId: county.id,
  personId: person.id,
  role: person.role,
  stationId: person.station?.id ?? null,
  committeeId:
    person.role === "mediator" || person.role === "committeeHead" ? (person.station?.committeeId ?? null) : null,
  pointId: null,
});

/** The names under which stories know a station's people; the second mediator and officer take part in few of them. */
export function castOf(station: GeneratedStation, experts: readonly GeneratedPerson[]): Map<string, GeneratedPerson> {
  const [mediator, mediator2] = station.mediators;
  const [officer, officer2] = station.officers;
  const cast = new Map<string, GeneratedPerson>();
  const staff = { mediator, mediator2, officer, officer2, head: station.head, committee: station.committeeHead };
  for (const [name, person] of Object.entries({ ...staff, grid: station.grid })) if (person) cast.set(name, person);
  const met = new Map<string, number>();
  for (const expert of experts) {
    const force = expert.force ?? "";
    const n = (met.get(force) ?? 0) + 1;
    met.set(force, n);
    cast.set(`${force}${n}`, expert);
  }
  return cast;
}

/** Where the stories are played: one station of a generated county, with the demo's ways of acting. */
export function sceneIn(county: GeneratedCounty, station: GeneratedStation, now: Date): Scene {
  const cast = castOf(station, county.experts);
  const known = (name: string) => {
    const person = cast.get(name);
    if (!person) throw new Error(`no ${name} in the scene`);
    return person;
  };
  return {
    countyId: county.id,
    stations: { [station.code]: station.id },
    committees: { [station.code]: station.committeeId },
    points: Object.fromEntries(station.points.map(({ name, id }) => [name, id])),
    rooms: Object.fromEntries(station.rooms.map(({ name, id }) => [name, id])),
    people: Object.fromEntries([...cast].map(([name, { id }]) => [name, id])),
    now,
    as: (name, at) => actAs(actorOf(county, known(name)), at),
    daysAgo: (days, time = "10:00") => onDay(now, -days, time),
    station,
    cast,
  };
}
