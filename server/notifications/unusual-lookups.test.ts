import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { countLookups } from "../access/hourly-limit";
import { listDisputesInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { listDisputes } from "../disputes/reads/list";
import { similarDisputes } from "../disputes/reads/similar";
import { revealContact } from "../disputes/reveal-contact";
import { ruleDefaults } from "../rules/defaults";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { announceEvent } from "./announce-event";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
beforeEach(() => database().execute(sql`delete from rate_limits`));

const hour = 3_600_000;
const minute = 60_000;
/** Counted by the minute: the first moment at which nothing of now counts any more. */
const afterAnHour = (at: Date) => new Date(at.getTime() + hour + minute);
const numbers = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => `1390000${String(1000 + from + i)}`);
const similar = (phones: string[], now?: Date) =>
  similarDisputes(county.as("mediator", now ? { now } : {}), { phones, names: [], place: "" });

describe("searching by digits", () => {
  const most = ruleDefaults["search.perHour"].value;

  it("is refused beyond the limit of an hour, in the list and in intake together, and goes on after the hour", async () => {
    const now = new Date();
    for (let at = 0; at < most; at += 40) await similar(numbers(40, at), now);
    const more = () => similar(numbers(1, 5_000), now);
    expect(await refusedWith(more())).toBe("lookupsUsedUp");
    const q = (words: string, at: Date) =>
      listDisputes(county.as("mediator", { now: at }), listDisputesInput.parse({ q: words }));
    expect(await refusedWith(q("1234", now))).toBe("lookupsUsedUp");
    expect((await q("锦绣里", now)).rows).toEqual([]);
    const later = afterAnHour(now);
    await q("1234", later);
    await similar(numbers(1), later);
    // Others are not held up by it.
    await similarDisputes(county.as("mediator2", { now }), { phones: numbers(1), names: [], place: "" });
  });

  it("counts a number once, however often the form asks while somebody types", async () => {
    const now = new Date();
    for (let i = 0; i < most + 5; i += 1) await countLookups(county.as("mediator", { now }), "search", numbers(2));
    expect(await refusedWith(similar(numbers(most - 1, 100), now))).toBe("lookupsUsedUp");
  });

  it("counts exactly once for simultaneous requests", async () => {
    const ctx = county.as("mediator");
    await Promise.all(Array.from({ length: 8 }, (_, i) => countLookups(ctx, "search", numbers(10, i * 10))));
    const [row] = await database().execute<{ points: number }>(
      sql`select sum(points)::int as points from rate_limits where key ~ ${`^search:${ctx.actor.personId}:[0-9]+$`}`,
    );
    expect(row?.points).toBe(80);
  });

  it("gives no more in any hour, wherever it begins: also over midnight, and after a row of refusals", async () => {
    const midnight = new Date("2026-11-30T16:00:00Z");
    const at = (minutes: number) => new Date(midnight.getTime() + minutes * minute);
    const ask = (from: number, count: number, minutes: number) =>
      countLookups(county.as("mediator", { now: at(minutes) }), "search", numbers(count, from));
    await ask(0, 1, -50);
    await ask(1, most - 1, 5);
    // Asked for in vain, they would be known already when the first of the hour is forgotten.
    for (let from = 1_000; from < 1_400; from += 40) expect(await refusedWith(ask(from, 40, 8))).toBe("lookupsUsedUp");
    await ask(5_000, 1, 11);
    expect(await refusedWith(ask(1_000, 40, 12))).toBe("lookupsUsedUp");
    expect(await refusedWith(ask(5_001, 1, 64))).toBe("lookupsUsedUp");
    await ask(1_000, 40, 67);
  });

  it("keeps no number in readable form", async () => {
    await similar(numbers(3));
    const rows = await database().execute<{ key: string }>(sql`select key from rate_limits`);
    expect(rows.length).toBe(4); // three numbers and the count of their minute
    expect(JSON.stringify(rows)).not.toContain("1390000");
  });
});

describe("revealing phones", () => {
  const { value: most } = ruleDefaults["reveal.perHour"];
  const { value: told } = ruleDefaults["reveal.tellPerHour"];

  it("is refused beyond the limit of an hour with the minutes to wait, and the phone is not shown", async () => {
    const { disputeId } = await acceptedDispute(county);
    const ctx = county.as("mediator");
    const [party] = (await disputeById(ctx, { disputeId })).parties;
    const reveal = (now = ctx.now) =>
      revealContact(county.as("mediator", { now }), { disputeId, partyId: party?.id ?? "", reason: "约时间" });
    await countLookups(ctx, "reveal", numbers(most));
    await expect(reveal()).rejects.toMatchObject({
      kind: "tooMany",
      code: "lookupsUsedUp",
      params: { max: most, minutes: expect.toSatisfy((minutes: number) => minutes >= 60 && minutes <= 61) },
    });
    expect((await reveal(afterAnHour(ctx.now))).number).not.toBe("");
  });

  it("tells the head once an hour when the number is unusual, and the county of a head", async () => {
    const now = new Date();
    const heard = async (who: string) => {
      const events = await database().execute<{ chain: string; seq: number }>(
        sql`select chain, seq from events where county_id = ${county.countyId}::uuid and action = 'lookup.unusual' and actor_id = ${county.people[who]}::uuid order by seq`,
      );
      for (const { chain, seq } of events)
        await announceEvent(
          { countyId: county.countyId, chain, seq: Number(seq) },
          { enqueuedAt: now, now, robots: [] },
        );
      const rows = await database().execute<{ name: string; params: { name: string; count: number } }>(sql`
        select p.name, n.params from notifications n join people p on p.county_id = n.county_id and p.id = n.recipient_id
        where n.county_id = ${county.countyId}::uuid and n.kind = 'unusualLookups' and n.params->>'name' = (select name from people where county_id = ${county.countyId}::uuid and id = ${county.people[who]}::uuid)`);
      return { events: events.length, rows };
    };
    const ask = (who: string, from: number, count: number) =>
      countLookups(county.as(who, { now }), "reveal", numbers(count, from));
    await ask("officer", 0, told - 1);
    expect((await heard("officer")).events).toBe(0);
    await ask("officer", 500, 1);
    await ask("officer", 600, 5);
    const { events, rows } = await heard("officer");
    expect(events).toBe(1);
    const names = await database().execute<{ name: string; role: string }>(
      sql`select p.name, p.role from people p where p.county_id = ${county.countyId}::uuid and p.id in (${county.people.head}::uuid, ${county.people.county}::uuid) order by role`,
    );
    const nameOf = (role: string) => names.find((one) => one.role === role)?.name;
    expect(rows.map(({ name, params }) => [name, params.count])).toEqual([[nameOf("stationHead"), told]]);
    await ask("head", 0, told);
    expect((await heard("head")).rows.map(({ name }) => name)).toEqual([nameOf("county")]);
  });
});
