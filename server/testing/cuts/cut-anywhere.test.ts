import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "@/db/client";
import { signAgreementInput } from "../../agreements/inputs";
import { sendToSign } from "../../agreements/send-to-sign";
import { signAgreement } from "../../agreements/sign-agreement";
import { endProceeding } from "../../disputes/end-proceeding";
import { endProceedingInput } from "../../disputes/inputs";
import { registerDispute } from "../../disputes/register-dispute";
import { transactionAs } from "../../kernel/transaction";
import { isUnreachable } from "../../kernel/unreachable";
import { bookSession } from "../../sessions/book-session";
import { type Agreed, agreedDispute, drafted, payClause } from "../agreements";
import { type TestCounty, testCounty } from "../county";
import { acceptedDispute, intake } from "../disputes";
import { bookable, booking, inDays } from "../sessions";
import { messageCutter } from "./cut-messages";

const addresses = ["DATABASE_PEOPLE_URL", "DATABASE_SYSTEM_URL"] as const;
const before = { ...process.env };
const logins = addresses.map((name) => decodeURIComponent(new URL(before[name] ?? "").username));

let county: TestCounty;
let cutter: Awaited<ReturnType<typeof messageCutter>>;
let allTables: string[];
beforeAll(async () => {
  county = await testCounty(["LW"]);
  cutter = await messageCutter(before.DATABASE_URL ?? "");
  for (const name of addresses) process.env[name] = cutter.through(before[name] ?? "");
  const tables = await database().execute<{ name: string }>(sql`
    select table_name::text as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not in ${shared}`);
  allTables = [...tables.map(({ name }) => name), jobs];
});
afterAll(async () => {
  await closeDatabase();
  Object.assign(process.env, before);
  await cutter.close();
});

/** Sums that several disputes share: whether an act adds a row or to one depends on what was done before it. */
const shared = sql`('figure_days', 'figure_months', 'force_months', 'helper_months')`;

/** The pools have their connections before the counting begins: the driver repeats a first connection by itself. */
const connected = () =>
  Promise.all(
    [county.as("mediator"), county.system()].map((ctx) => transactionAs(ctx, (tx) => tx.execute(sql`select 1`))),
  );

const jobs = "graphile_worker.jobs";
type State = Map<string, { rows: number; state: string | null }>;
/** All rows of these tables, once nothing of the product is connected any more. */
async function stateOf(tables: readonly string[]): Promise<State> {
  const serving = sql`select from pg_stat_activity where datname = current_database() and usename in ${logins}`;
  while ((await database().execute(serving)).length > 0) await new Promise((resolve) => setTimeout(resolve, 1));
  const each = tables.map((name) =>
    name === jobs
      ? `select '${jobs}' as name, count(*)::int as rows, '' as state from ${jobs}`
      : `select '${name}' as name, count(*)::int as rows, md5(string_agg(md5(t::text), '' order by md5(t::text))) as state from "${name}" t`,
  );
  type Row = { name: string; rows: number; state: string | null };
  const rows = await database().execute<Row>(sql.raw(each.join(" union all ")));
  return new Map(rows.map(({ name, ...state }) => [name, state]));
}
/** How many rows each table has more than before; 0 where rows only changed. */
const change = (from: State, to: State): Record<string, number> =>
  Object.fromEntries(
    [...to].flatMap(([name, { rows, state }]) => {
      const was = from.get(name);
      return was?.rows === rows && was.state === state ? [] : [[name, rows - (was?.rows ?? 0)]];
    }),
  );

let days = 2;
/** An act on something of its own, ready to be done as often as asked for with one key. */
type Prepared = () => Promise<(key: string) => Promise<unknown>>;

const acts: Record<string, Prepared> = {
  "registering with parties": async () => {
    const input = intake();
    // The first of a year also begins its numbers.
    await registerDispute(county.as("mediator"), input);
    return (key) => registerDispute(county.as("mediator", { key }), input);
  },
  "booking a session": async () => {
    days += 1;
    const input = await booking(county, await bookable(county), { startsAt: inDays(days) });
    return (key) => bookSession(county.as("mediator", { key }), input);
  },
  "the last signature": async () => {
    const agreed: Agreed = await agreedDispute(county);
    const { disputeId, parties } = agreed;
    await drafted(county, agreed, [payClause(agreed, 100_00)]);
    await sendToSign(county.as("mediator"), { disputeId });
    const [partyId = ""] = parties;
    const input = signAgreementInput.parse({ disputeId, signer: { kind: "party", partyId }, means: "sign" });
    return (key) => signAgreement(county.as("mediator", { key }), input);
  },
  "ending a proceeding": async () => {
    const { disputeId } = await acceptedDispute(county);
    const end = { disputeId, outcome: "settledWithdrawn" as const, reason: "谈不拢", routesTold: ["court" as const] };
    return (key) => endProceeding(county.as("mediator", { key }), endProceedingInput.parse(end));
  },
};

/** What the act changes when nothing is cut. */
async function usualChange(prepare: Prepared): Promise<Record<string, number>> {
  const act = await prepare();
  await closeDatabase();
  const from = await stateOf(allTables);
  await act(v7());
  await closeDatabase();
  return change(from, await stateOf(allTables));
}

/** Messages that have the server do something: simple queries, and executions of what was prepared, also of a commit. */
const doing = "QE";
/** With what only prepares these, and the ends of pipelines. */
const every = "QEPBDCHS";

describe.each(Object.entries(acts))("%s", (name, prepare) => {
  const kinds = name === "ending a proceeding" ? every : doing;

  it("is done whole or not at all, after whichever message to the database it is cut", async () => {
    const usual = await usualChange(prepare);
    const act = await prepare();
    const key = v7();
    await closeDatabase();
    const from = await stateOf(allTables);
    let done = 0;
    let answer: unknown;
    let messages = 0;
    for (let isCut = true; isCut; ) {
      messages += 1;
      await closeDatabase();
      await connected();
      cutter.cutAfter(messages, kinds);
      const error: unknown = await act(key).then(
        (result) => {
          answer = result;
          return null;
        },
        (reason) => reason,
      );
      isCut = error !== null;
      if (isCut) expect(isUnreachable(error), String(error)).toBe(true);
      cutter.cut();
      const changed = change(from, await stateOf(Object.keys(usual)));
      if (Object.keys(changed).length > 0) done += 1;
      // Whole from then on: the same request is answered from what is stored.
      expect(changed).toEqual(done > 0 ? usual : {});
    }
    expect(messages).toBeGreaterThan(10);
    // Once its commit was cut from its answer, and once it was answered.
    expect(done).toBeGreaterThan(1);
    // The pool that was cut last serves again, and the request still does nothing twice.
    expect(await act(key)).toEqual(answer);
    cutter.cut();
    expect(change(from, await stateOf(allTables))).toEqual(usual);
  }, 120_000);
});
