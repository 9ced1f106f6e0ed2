import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateCounties } from "@/bin/operation/generate/generate-counties";
import { stories } from "@/bin/operation/generate/stories";
import { database } from "@/db/client";
import type { Role } from "@/db/vocabulary";
import { policy } from "@/server/access/policy";
import { answerOf, inputsFor, questions } from "@/server/testing/lanes/questions";
import { bounds } from "./bounds";
import {
  askedOfRowsBy,
  buffersOf,
  type RecordedPlan,
  readAgainBy,
  readBy,
  recordPlans,
  scannedBy,
} from "./recorded-plans";
import { type Asker, askersOf } from "./scene";

// Buffers and the shape of plans are counted, never time: a busy machine changes neither.
const cases = 5000;
/** Enough of each kind for the lists: playing a story through the verbs costs more than a thousand copies of it. */
const played = ["agreed 0", "called in", "registered", "booked", "performing", "publicSecurity 4"];
/** A table of the generated county that is smaller than this may be read from end to end. */
const growing = 1000;

let recorder: ReturnType<typeof recordPlans>;
/** The busiest station, with a quarter of the county's disputes, and one with a third of that. */
let busy: Record<Role, Asker>;
let quieter: Record<Role, Asker>;
let large: ReadonlySet<string>;

beforeAll(async () => {
  const [county] = await generateCounties(process.env.DATABASE_URL ?? "", {
    cases,
    counties: 1,
    now: new Date(),
    passwordHash: "nobody signs in",
    stories: stories.filter(({ name }) => played.includes(name)),
    isForReading: true,
  });
  const [first, , , fourth] = county?.stations ?? [];
  if (!county || !first || !fourth) throw new Error("no county");
  busy = await askersOf(county, first);
  quieter = await askersOf(county, fourth);
  const rows = await database().execute<{ name: string }>(sql`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and reltuples >= ${growing}::int`);
  large = new Set(rows.map(({ name }) => name));
  recorder = recordPlans();
}, 900_000);
afterAll(() => recorder.end());

interface Touched {
  answer: string;
  buffers: number;
  scans: string[];
  /** Statements that read a growing table and do not name the county themselves: row security adds it, a reader cannot see it. */
  countyless: string[];
  /** Growing tables read again for each row of something else by the county alone. */
  again: string[];
  /** Functions of ours asked of row after row, with what is the same for each. */
  askedOfRows: string[];
}

async function touchedBy(key: string, { actor, ids }: Asker): Promise<Touched> {
  const path = key.split(":")[0] ?? "";
  const question = questions.find((one) => one.path === path);
  const [base] = inputsFor(question?.schema, ids, "");
  const more = bounds[key]?.input;
  const input = more ? { ...(base as object), ...more } : base;
  let answer = "";
  const plans: RecordedPlan[] = await recorder.plansOf(async () => {
    answer = await answerOf(actor, path, input);
  });
  const scans = plans.flatMap(scannedBy).filter((table) => large.has(table));
  const isGrowing = (plan: RecordedPlan) => readBy(plan).some((table) => large.has(table));
  const countyless = plans.filter((plan) => isGrowing(plan) && !/\bcounty_id\b|app\.county\(\)/.test(plan.statement));
  return {
    again: [...new Set(plans.flatMap(readAgainBy).filter((table) => large.has(table)))],
    askedOfRows: [...new Set(plans.flatMap(askedOfRowsBy))],
    countyless: countyless.map(({ statement }) => statement),
    answer,
    buffers: plans.reduce((sum, plan) => sum + buffersOf(plan), 0),
    scans: [...new Set(scans)],
  };
}

/** Who works in a station, and what the row of a matter that they may not see may cost: a few pages, microseconds each. */
const stationRoles: readonly Role[] = ["mediator", "officer", "stationHead", "committeeHead"];
const hidden = 20;
/** Pages that come and go with the content of one dispute or page, not with how much the asker may see. */
const slack = 500;
/** What a row of a list costs at least; whoever is shown nothing, as it may be at some hours, touched less and compares with nothing. */
const row = 50;
describe("at five thousand disputes, as the product's login", () => {
  it("knows a bound for every question, and none for what is no question", () => {
    const known = new Set(Object.keys(bounds).map((key) => key.split(":")[0]));
    expect([...known].sort()).toEqual(questions.map(({ path }) => path).sort());
    for (const [key, { as }] of Object.entries(bounds)) {
      const question = questions.find(({ path }) => path === key.split(":")[0]);
      expect(question && as in policy[question.action], key).toBe(true);
    }
  });

  it.each(Object.entries(bounds))("%s stays within its bound whatever its asker may see", async (key, bound) => {
    let most = await touchedBy(key, busy[bound.as]);
    const seen = `${key}: ${most.buffers} buffers, scans ${most.scans}`;
    expect(/^refused: (\w+)/.exec(most.answer)?.[1], seen).toBe(bound.refusedWith);
    // A distributed database finds the server of a row by its county (docs/scale.md).
    expect(most.countyless, seen).toEqual([]);
    expect(most.again, seen).toEqual([]);
    expect(most.askedOfRows, seen).toEqual([]);
    if (bound.now !== undefined) {
      expect(most.buffers, seen).toBeLessThanOrEqual(bound.now);
      return;
    }
    const less = await touchedBy(key, quieter[bound.as]);
    // A page of five rows costs less than a full one, by right: what may not grow is the price of what is shown.
    const shownMore = Math.max(1, most.answer.length / less.answer.length);
    const growth = 2 * Math.max(less.buffers, row) * shownMore + slack;
    // What a connection reads of the catalogue when it meets tables for the first time is not asked again; there are two.
    for (let again = 0; again < 2 && most.buffers > Math.min(bound.most, growth); again += 1)
      most = await touchedBy(key, busy[bound.as]);
    const words = `${key}: ${most.buffers} buffers, scans ${most.scans}, ${less.buffers} buffers for a third of the rights`;
    expect(/^refused: (\w+)/.exec(less.answer)?.[1], words).toBe(bound.refusedWith);
    expect(most.buffers, words).toBeLessThanOrEqual(bound.most);
    expect(most.buffers, words).toBeLessThanOrEqual(growth);
    expect(most.scans, words).toEqual([]);
  });

  it("touches no more pages for a matter of another station than for one that is nowhere", async () => {
    const asked: string[] = [];
    const differ: unknown[] = [];
    for (const [key, { as }] of Object.entries(bounds)) {
      const question = questions.find(({ path }) => path === key.split(":")[0]);
      const { actor, ids } = busy[as];
      const [base] = inputsFor(question?.schema, ids, "");
      if (!stationRoles.includes(as) || !(base as { disputeId?: string } | undefined)?.disputeId) continue;
      asked.push(key);
      const of = (disputeId = v7()) => touchedBy(key, { actor, ids: { ...ids, disputeId } });
      let [absent, foreign] = [await of(), await of(quieter[as].ids.disputeId)];
      // The catalogue, as above.
      for (let again = 0; again < 2 && foreign.buffers - absent.buffers > hidden; again += 1)
        [absent, foreign] = [await of(), await of(quieter[as].ids.disputeId)];
      if (foreign.buffers - absent.buffers > hidden || foreign.answer !== absent.answer)
        differ.push([
          key,
          as,
          absent.buffers,
          foreign.buffers,
          absent.answer.slice(0, 40),
          foreign.answer.slice(0, 40),
        ]);
    }
    expect(differ).toEqual([]);
    expect(asked.length).toBeGreaterThan(30);
  });
});
