import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { extendClock } from "../clocks/extend-clock";
import { extendClockInput } from "../clocks/inputs";
import { triageDisputeInput } from "../disputes/inputs";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { instantOf } from "../kernel/shanghai";
import { postgresError } from "../kernel/transaction";
import { partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { recordFaults } from "../testing/record-faults";
import { mergeDisputes } from "./merge-disputes";
import { withdrawMerge } from "./withdraw-merge";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const on = (day: string) => county.as("mediator", { now: instantOf(day, "12:00") });
const triage = (disputeId: string, day: string) =>
  triageDispute(on(day), triageDisputeInput.parse({ disputeId, answers: harmless, track: "peoples" }));

type Over = Parameters<typeof intake>[0];
const [one, other] = intake().parties;
/** Somebody who is a party of one registration alone. */
const third = { parties: [one, other, { ...other, name: "李四维", phone: "" }] } as Over;
const registered = async (day: string, over: Over = {}) => (await registerDispute(on(day), intake(over))).disputeId;
/** All parties agree that the month lasts until a day. */
async function longer(disputeId: string, dueOn: string | null) {
  if (!dueOn) return;
  const agreed = (await partiesOf(county, { disputeId })).map(({ id }) => ({ partyId: id, linkId: null }));
  const said = { disputeId, dueOn, agreedOn: "2026-11-23", reason: "等鉴定，都同意", agreed };
  await extendClock(on("2026-11-23"), extendClockInput.parse(said));
}
async function accepted(day: string, over: Over = {}): Promise<string> {
  const disputeId = await registered(day, over);
  await triage(disputeId, day);
  return disputeId;
}
async function merge(disputeId: string, intoDisputeId: string, day: string) {
  const [from, into] = [await partiesOf(county, { disputeId }), await partiesOf(county, { disputeId: intoDisputeId })];
  const parties = from.map(({ id }, n) => ({ partyId: id, intoPartyId: into[n]?.id ?? null, side: n + 1 }));
  return mergeDisputes(on(day), { disputeId, intoDisputeId, parties, reason: "同一面墙，两家分别来登记" });
}
const undo = (disputeId: string, mergeId: string, day: string) =>
  withdrawMerge(on(day), { disputeId, mergeId, reason: "其实是两堵墙" });
/** From and until when the month of a matter runs, and the last day that its proceeding shows. */
async function month(disputeId: string) {
  const rows = await database().execute<{ from: string; until: string; shown: string; stopped: string | null }>(sql`
    select c.started_on::text as from, c.due_on::text as until, p.due_on::text as shown, c.stopped_on::text as stopped
    from clocks c join proceedings p on p.id = c.proceeding_id where c.dispute_id = ${disputeId}::uuid and c.kind = 'peoplesMonth'`);
  return rows[0];
}
/** What a clock that nobody moved shows: its last day is that of its proceeding. */
const runs = (from: string, until: string) => ({ from, until, shown: until, stopped: null });

describe("the month of registrations that are one", () => {
  it("runs from the earliest acceptance, and from its own again where the merge is undone", async () => {
    const [newer, older, oldest] = [
      await accepted("2026-11-20"),
      await accepted("2026-11-05"),
      await accepted("2026-11-03"),
    ];
    // The 20th of December is a Sunday, the 5th a Saturday.
    expect(await month(newer)).toEqual(runs("2026-11-20", "2026-12-21"));
    const first = await merge(older, newer, "2026-11-24");
    expect(await month(newer)).toEqual(runs("2026-11-05", "2026-12-07"));
    expect(await month(older)).toMatchObject({ from: "2026-11-05", stopped: "2026-11-24" });
    const second = await merge(oldest, newer, "2026-11-24");
    expect(await month(newer)).toEqual(runs("2026-11-03", "2026-12-03"));
    await undo(newer, second.mergeId, "2026-11-25");
    expect(await month(newer)).toEqual(runs("2026-11-05", "2026-12-07"));
    await undo(newer, first.mergeId, "2026-11-25");
    expect(await month(newer)).toEqual(runs("2026-11-20", "2026-12-21"));
    expect(await month(older)).toEqual(runs("2026-11-05", "2026-12-07"));
    // The other way round nothing moves.
    await merge(newer, older, "2026-11-25");
    expect(await month(older)).toEqual(runs("2026-11-05", "2026-12-07"));
  });

  it("keeps the last day to which all had agreed, and is missed where the older one was missed", async () => {
    const [newer, older, late] = [
      await accepted("2026-11-20"),
      await accepted("2026-11-05"),
      await accepted("2026-10-08"),
    ];
    await longer(older, "2026-12-31");
    const { mergeId } = await merge(older, newer, "2026-11-24");
    expect(await month(newer)).toEqual(runs("2026-11-05", "2026-12-31"));
    // One still older, of which nobody extended the month, takes nothing of it away.
    const oldest = await merge(await accepted("2026-11-03"), newer, "2026-11-24");
    expect(await month(newer)).toEqual(runs("2026-11-03", "2026-12-31"));
    await undo(newer, oldest.mergeId, "2026-11-24");
    await undo(newer, mergeId, "2026-11-25");
    expect(await month(newer)).toEqual(runs("2026-11-20", "2026-12-21"));
    await merge(late, newer, "2026-11-25");
    expect(await month(newer)).toEqual(runs("2026-10-08", "2026-11-09"));
  });

  /** Two registrations, the older one first, and the day to which the parties of each agreed; the second may have one party more. */
  it.each([
    { what: "is the later of both", older: "2026-12-25", newer: "2026-12-31", goesOn: "older", until: "2026-12-31" },
    {
      what: "is its own where that is later",
      older: "2026-12-31",
      newer: "2026-12-25",
      goesOn: "older",
      until: "2026-12-31",
    },
    {
      what: "is the other's where the older one goes on",
      older: null,
      newer: "2026-12-31",
      goesOn: "older",
      until: "2026-12-31",
    },
    {
      what: "is not the other's where not all agreed",
      older: null,
      newer: "2026-12-31",
      goesOn: "older",
      over: third,
      until: "2026-12-07",
    },
    {
      what: "is its own where not all agreed to the other's",
      older: "2026-12-25",
      newer: "2026-12-31",
      goesOn: "older",
      over: third,
      until: "2026-12-25",
    },
    {
      what: "is the other's for whoever comes with it",
      older: "2026-12-31",
      newer: null,
      goesOn: "newer",
      over: third,
      until: "2026-12-31",
    },
  ])("its last day $what", async ({ older, newer, goesOn, over = {}, until }) => {
    const disputeIds = { older: await accepted("2026-11-05", over), newer: await accepted("2026-11-20") };
    await longer(disputeIds.older, older);
    await longer(disputeIds.newer, newer);
    const [into, from] = goesOn === "older" ? (["older", "newer"] as const) : (["newer", "older"] as const);
    const own = await month(disputeIds[into]);
    const { mergeId } = await merge(disputeIds[from], disputeIds[into], "2026-11-24");
    expect(await month(disputeIds[into])).toEqual(runs("2026-11-05", until));
    await undo(disputeIds[into], mergeId, "2026-11-25");
    expect(await month(disputeIds[into])).toEqual(own);
  });

  it("begins with it where the one that goes on is taken up only afterwards", async () => {
    const [older, newer] = [await accepted("2026-11-05"), await registered("2026-11-20")];
    await merge(older, newer, "2026-11-24");
    await triage(newer, "2026-11-26");
    expect(await month(newer)).toEqual(runs("2026-11-05", "2026-12-07"));
  });

  it("is not parted from the merge by hand: the database refuses either without the other", async () => {
    const [newer, older] = [await accepted("2026-11-20"), await accepted("2026-11-05")];
    await merge(older, newer, "2026-11-24");
    const refused = (statement: string) =>
      database()
        .transaction((tx) => tx.execute(sql.raw(statement)))
        .catch((error) => postgresError(error)?.constraint_name);
    expect(await refused(`update clocks set started_on = '2026-11-20' where dispute_id = '${newer}'`)).toBe(
      "clocks_stay_as_they_ran",
    );
  });

  it("leaves nothing without its event, and no figure unlike what is counted anew", async () => {
    expect(await recordFaults(county.countyId)).toEqual([]);
  });
});
