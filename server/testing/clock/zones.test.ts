import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "@/db/client";
import type { Role } from "@/db/vocabulary";
import { policy } from "../../access/policy";
import { makeOwnFeed } from "../../calendars/make-feed";
import { readFeed } from "../../calendars/read-feed";
import { registerDispute } from "../../disputes/register-dispute";
import { triageDispute } from "../../disputes/triage-dispute";
import { addDays, dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { alertedGroup } from "../calls";
import { type TestCounty, testCounty, usernameOf } from "../county";
import { harmless, intake } from "../disputes";
import { answerOf, type Ids, inputsFor, questions } from "../lanes/questions";
import { rowFiller } from "../rows/fill-row";
import { papersOf } from "../rows/papers";
import { rowsOfNoDispute } from "../rows/rows-of-no-dispute";
import { idsOf, ofMediator } from "../rows/scene";
import { booked } from "../sessions";

interface Zones {
  /** Of the process. */
  process: string;
  /** Of the sessions of the database, against the one that db/client.ts asks for. */
  session: string;
}
const home: Zones = { process: "Asia/Shanghai", session: "Asia/Shanghai" };
/** One far west and one far east of home: whenever UTC has another day than home, Los Angeles has it too. */
const elsewhere: readonly Zones[] = [
  { process: "America/Los_Angeles", session: "Pacific/Kiritimati" },
  { process: "Pacific/Kiritimati", session: "America/Los_Angeles" },
];

const addresses = ["DATABASE_PEOPLE_URL", "DATABASE_SYSTEM_URL"] as const;
const before = { ...process.env };

/** Does something while the process and its connections are in these zones. */
async function inZones<T>({ process: zone, session }: Zones, body: () => Promise<T>): Promise<T> {
  await closeDatabase();
  process.env.TZ = zone;
  for (const name of addresses) {
    const address = new URL(before[name] ?? "");
    address.searchParams.set("TimeZone", session);
    process.env[name] = address.href;
  }
  try {
    return await body();
  } finally {
    await back();
  }
}
async function back() {
  await closeDatabase();
  for (const name of ["TZ", ...addresses]) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
}

let county: TestCounty;
let ids: Ids;
let token: string | null;
afterAll(back);
beforeAll(async () => {
  county = await testCounty(["LW", "DG"]);
  const fill = await rowFiller();
  const matter = await ofMediator(county);
  const { sessionId } = await booked(county, matter, { personIds: [county.people.judge ?? ""] });
  await alertedGroup(county);
  await fill.write([...rowsOfNoDispute(fill, county), ...(await papersOf(fill, county, matter, sessionId))]);
  ids = await idsOf(county, matter, sessionId);
  ({ token } = await makeOwnFeed(county.as("judge"), { label: "" }));
});

const zoneOfSession = async () => {
  const [row] = await asActor(county.as("mediator"), (tx) =>
    tx.execute<{ zone: string }>(sql`select current_setting('TimeZone') as zone`),
  );
  return row?.zone;
};
/** Instants as such: JSON of the database writes them with the offset of its session. */
const instant = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})/g;
/** How long planning took is another figure each time. */
const took = /"tookMs":\d+/g;
const comparable = (text: string) => text.replace(took, "").replace(instant, (at) => new Date(at).toISOString());

/** Two texts from shortly before they differ. */
function differing(one: string, other: string): string[] {
  let same = 0;
  while (one[same] === other[same]) same += 1;
  return [one, other].map((text) => text.slice(Math.max(0, same - 60), same + 120));
}

/** The last and the first moment of a year and that of a leap day: in Shanghai. */
const edges = ["2026-12-31T23:59:59.999+08:00", "2027-01-01T00:00:00.000+08:00", "2028-02-29T00:00:00.000+08:00"].map(
  (text) => new Date(text),
);

describe("a session of the database", () => {
  it("is in the county's zone, whatever the database says", async () => {
    const name = new URL(before.DATABASE_URL ?? "").pathname.slice(1);
    await database().execute(sql`alter database ${sql.identifier(name)} set timezone to 'America/Los_Angeles'`);
    await closeDatabase();
    expect(await zoneOfSession()).toBe("Asia/Shanghai");
    await database().execute(sql`alter database ${sql.identifier(name)} reset timezone`);
  });
});

/** Every question, asked by one of those who may, at an edge; and the calendar feed of the judge. */
async function answers(): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const [nth, now] of edges.slice(0, 2).entries()) {
    const at = { ...ids, day: dayOf(now), from: dayOf(now), to: addDays(dayOf(now), 1) };
    for (const { path, action, schema } of questions) {
      const [role] = Object.keys(policy[action]) as Role[];
      const inputs = inputsFor(schema, at, "装修");
      for (const [turn, input] of (nth === 1 && path.startsWith("overview.") ? inputs : inputs.slice(0, 1)).entries())
        all.set(
          `${path} ${turn} ${now.toISOString()}`,
          comparable(await answerOf(county.actor(usernameOf[role ?? "admin"]), path, input, now)),
        );
    }
    all.set(`feed ${now.toISOString()}`, (await readFeed(token ?? "", "test", now))?.text ?? "");
  }
  return all;
}

/** What acts at the edges write: the number of the year and the days until which something is due. */
async function written(): Promise<unknown[]> {
  const facts: unknown[] = [];
  for (const now of edges)
    for (const track of ["peoples", "publicSecurity"] as const) {
      const officer = county.as("officer", { now });
      const { disputeId, number } = await registerDispute(officer, intake({ title: "楼道杂物" }));
      await triageDispute(county.as("officer", { now }), {
        disputeId,
        answers: { ...harmless, isViolation: track === "publicSecurity" ? "yes" : "no" },
        track,
        notAcceptedReason: null,
        overrideReason: "",
        leadPersonId: (track === "peoples" ? county.people.mediator : county.people.officer) ?? null,
        leadUnit: "",
      });
      const [row] = await database().execute<Record<string, unknown>>(sql`
        select due_on::text, extract(epoch from accepted_at)::text as accepted, extract(epoch from next_due_at)::text as next
        from proceedings where dispute_id = ${disputeId}::uuid`);
      facts.push({ now: now.toISOString(), track, number: number.replace(/\d+$/, ""), ...row });
    }
  return facts;
}

describe("the same in every zone of the process and of the database", { timeout: 180_000 }, () => {
  let atHome: { answers: Map<string, string>; written: unknown[] };
  beforeAll(async () => {
    // First what is written, so that the questions find disputes at the edges of a year.
    atHome = await inZones(home, async () => ({ written: await written(), answers: await answers() }));
  });

  it("asks questions that are answered, and writes numbers of two years", () => {
    const refused = [...atHome.answers].filter(([, text]) => text.startsWith("refused"));
    expect(refused.length).toBeLessThan(atHome.answers.size / 4);
    expect(JSON.stringify(atHome.written)).toMatch(/LW-2026.*LW-2027/);
  });

  // At the first edge the session has another day than home, at the second the process: each is seen by itself. What is
  // written is read in both directions.
  it.each(elsewhere.slice(0, 1))("answers in $process, $session", async (zones) => {
    // At the same instants once more: what was looked up there counts for the hour.
    await database().execute(sql`delete from rate_limits`);
    const there = await inZones(zones, async () => {
      expect(await zoneOfSession()).toBe(zones.session);
      return answers();
    });
    const differ = [...there].flatMap(([question, text]) => {
      const usual = atHome.answers.get(question) ?? "";
      return text === usual ? [] : [[question, ...differing(text, usual)]];
    });
    expect(differ).toEqual([]);
  });

  it.each(elsewhere)("numbers and limits in $process, $session", async (zones) => {
    expect(await inZones(zones, written)).toEqual(atHome.written);
  });
});
