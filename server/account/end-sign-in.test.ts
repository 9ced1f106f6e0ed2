import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { openSignIn, signedInBy } from "../access/sign-in";
import { actAs } from "../kernel/context";
import { amendPerson } from "../people/amend-person";
import { type TestCounty, testCounty } from "../testing/county";
import { lastCountyEvent } from "../testing/events";
import { refusedWith } from "../testing/refused";
import { endSignIn } from "./end-sign-in";
import { ownSignIns } from "./reads/own-account";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty(["LW"]);
});
const now = new Date();
const opened = (name: string, device: string) =>
  openSignIn(county.countyId, county.people[name] ?? "", now, { device, origin: "10.0.0.7" });
/** A context that acts through the sign-in with this cookie id. */
async function through(id: string) {
  const who = await signedInBy(id, now);
  if (!who) throw new Error("not signed in");
  return actAs(who.actor, now);
}

describe("one's own sign-ins", () => {
  it("are listed with browser, place and time, this one first; those of others and ended ones are not", async () => {
    const here = await opened("judge", "Edge · Windows");
    await opened("judge", "WeChat · Android");
    await opened("cadre", "Firefox · Linux");
    const seen = await ownSignIns(await through(here));
    expect(seen).toMatchObject([
      { device: "Edge · Windows", origin: "10.0.0.7", isHere: true },
      { device: "WeChat · Android", isHere: false },
    ]);
    expect(JSON.stringify(seen)).not.toContain(here);
  });

  it("end at once when revoked, one or all others", async () => {
    const [here, second, third] = [await opened("grid", "a"), await opened("grid", "b"), await opened("grid", "c")];
    const listed = await ownSignIns(await through(here));
    const which = listed.find(({ device }) => device === "b")?.id ?? "";
    expect(await endSignIn(await through(here), { which })).toEqual({ ended: 1 });
    expect(await signedInBy(second, now)).toBeNull();
    expect(await signedInBy(third, now)).not.toBeNull();
    expect(await endSignIn(await through(here), { which: "others" })).toEqual({ ended: 1 });
    expect(await signedInBy(third, now)).toBeNull();
    expect(await signedInBy(here, now)).not.toBeNull();
    expect(await lastCountyEvent(county.countyId)).toMatchObject({
      action: "account.endSignIn",
      actorId: county.people.grid,
      payload: { ended: 1 },
    });
  });

  it("cannot be ended by somebody else", async () => {
    const victim = await opened("property", "x");
    const [theirs] = await ownSignIns(await through(victim));
    const other = await through(await opened("officer", "y"));
    expect(await refusedWith(endSignIn(other, { which: theirs?.id ?? "" }))).toBe("notFound");
    await endSignIn(other, { which: "others" });
    expect(await signedInBy(victim, now)).not.toBeNull();
  });

  it("end when an administrator gives another role or workplace, and stay when only the phone changes", async () => {
    const id = await opened("officer2", "z");
    const [person] = await database().execute<{ name: string; station_id: string }>(
      sql`select name, station_id from people where id = ${county.people.officer2 ?? ""}::uuid`,
    );
    const input = {
      personId: county.people.officer2 ?? "",
      personVersion: 1,
      name: person?.name ?? "",
      role: "officer" as const,
      phone: "13900000001",
      post: "",
      employer: "",
      area: "",
      stationId: person?.station_id ?? null,
      committeeId: null,
      pointId: null,
      deputyId: null,
      forceCodes: [],
    };
    await amendPerson(county.as("admin"), input);
    expect(await signedInBy(id, now)).not.toBeNull();
    await amendPerson(county.as("admin"), { ...input, personVersion: 2, role: "stationHead" });
    expect(await signedInBy(id, now)).toBeNull();
  });
});
