import type { PersonActor } from "../../kernel/actor";
import type { ActContext } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import type { SeededCounty } from "../county";
import { demoPeople } from "../people";

/** The demo county with a way to act as any of its people at any past time. */
export interface Stage extends SeededCounty {
  as(username: string, at: Date): ActContext;
}

export function demoStage(county: SeededCounty): Stage {
  const actorOf = (username: string): PersonActor => {
    const person = demoPeople.find((p) => p.username === username);
    const personId = county.people[username];
    if (!person || !personId) throw new Error(`the demo county has no ${username}`);
    const { station, role } = person;
    return {
      kind: "person",
      countyId: county.countyId,
      personId,
      role,
      stationId: station ? (county.stations[station] ?? null) : null,
      committeeId:
        station && (role === "mediator" || role === "committeeHead") ? (county.committees[station] ?? null) : null,
      pointId: null,
    };
  };
  return { ...county, as: (username, at) => ({ actor: actorOf(username), key: newId(at), now: at }) };
}

/** `days` before now at a Shanghai wall-clock hour. */
export function daysAgo(days: number, time = "10:00"): Date {
  const day = new Date(Date.now() - days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
  return new Date(`${day}T${time}:00+08:00`);
}
