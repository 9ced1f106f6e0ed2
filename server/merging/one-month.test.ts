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

const registered = async (day: string) => (await registerDispute(on(day), intake())).disputeId;
async function accepted(day: string): Promise<string> {
  const disputeId = await registered(day);
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
    const agreed = (await partiesOf(county, { disputeId: older })).map(({ id }) => ({ partyId: id, linkId: null }));
    const longer = { disputeId: older, dueOn: "2026-12-31", agreedOn: "2026-11-23", reason: "等鉴定，都同意" };
    await extendClock(on("2026-11-23"), extendClockInput.parse({ ...longer, agreed }));
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
