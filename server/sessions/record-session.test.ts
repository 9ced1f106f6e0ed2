import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { asActor } from "../kernel/transaction";
import { partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { bookable, booked, failedBecause, inDays, sessionsOf } from "../testing/sessions";
import { correctRecord } from "./correct-record";
import { correctRecordInput, type RecordSessionInput, recordSessionInput } from "./inputs";
import { recordSession } from "./record-session";

let county: TestCounty;
let hour = 8;
const before = new Date(Date.now() - 20 * 86_400_000);
beforeAll(async () => {
  county = await testCounty();
});

/** A session that was booked in advance and began some days ago, with its people's rows. */
async function held(dispute: { disputeId: string }, over: Parameters<typeof booked>[2] = {}) {
  hour += 1;
  const { sessionId } = await booked(
    county,
    dispute,
    { startsAt: inDays(-3, `${String(hour).padStart(2, "0")}:00`), minutes: 45, ...over },
    before,
  );
  const session = (await sessionsOf(county, dispute)).sessions.find((one) => one.id === sessionId);
  const rows = session?.people ?? [];
  const record = (result: RecordSessionInput["result"], more: Partial<RecordSessionInput> = {}) =>
    recordSession(
      county.as("mediator"),
      recordSessionInput.parse({
        disputeId: dispute.disputeId,
        sessionId,
        sessionVersion: 1,
        presentIds: rows.map((row) => row.id),
        result,
        text: "双方说了各自的想法，约定请人鉴定。",
        ...more,
      }),
    );
  return { sessionId, rows, record };
}

describe("recording a session", () => {
  it("keeps who came, the result and the words, and counts several sessions as one proceeding (S6)", async () => {
    const dispute = await bookable(county);
    const first = await held(dispute);
    const [liu, ...others] = first.rows;
    await first.record("adjourned", { presentIds: others.map((row) => row.id) });
    const overview = await sessionsOf(county, dispute);
    expect(overview.proceeding?.status).toBe("mediating");
    expect(overview.sessions[0]).toMatchObject({
      status: "ended",
      result: "adjourned",
      records: [{ version: 1, writtenBy: "沈静" }],
    });
    expect(overview.sessions[0]?.people.find((row) => row.id === liu?.id)?.attendance).toBe("absent");
    const second = await held(dispute);
    const third = await held(dispute);
    await second.record("failed", failedBecause(second.rows.map((row) => row.partyId)));
    await third.record("agreed");
    const after = await sessionsOf(county, dispute);
    expect(after.sessions.map((session) => session.ordinal).sort()).toEqual([1, 2, 3]);
    expect(after.proceeding?.status).toBe("agreed");
    const [count] = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ n: number }>(
        sql`select count(*)::int as n from proceedings where dispute_id = ${dispute.disputeId}::uuid`,
      ),
    );
    expect(count?.n).toBe(1);
  });

  it("cannot be done before the session starts, nor twice", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await booked(county, dispute, { startsAt: inDays(40) });
    const input = recordSessionInput.parse({
      disputeId: dispute.disputeId,
      sessionId,
      sessionVersion: 1,
      presentIds: [],
      result: "failed",
      text: "没谈成",
    });
    expect(await refusedWith(recordSession(county.as("mediator"), input))).toBe("sessionNotStarted");
    const past = await held(dispute);
    await past.record("adjourned");
    expect(await refusedWith(past.record("failed"))).toBe("sessionNotBooked");
  });

  it("needs words for a joint session and takes none for a caucus", async () => {
    const dispute = await bookable(county);
    const joint = await held(dispute);
    expect(await refusedWith(joint.record("adjourned", { text: "" }))).toBe("recordTextNeeded");
    const [one] = joint.rows;
    const caucus = await held(dispute, { kind: "caucus", partyIds: [one?.partyId ?? ""] });
    expect(await refusedWith(caucus.record("adjourned"))).toBe("caucusTextInLane");
    await caucus.record("adjourned", { text: "" });
  });

  it("is corrected by a new version with a reason; the first one stays (人民调解法 27)", async () => {
    const dispute = await bookable(county);
    const session = await held(dispute);
    const early = {
      disputeId: dispute.disputeId,
      sessionId: session.sessionId,
      basedOn: 1,
      text: "无",
      reason: "漏记一句",
    };
    const none = correctRecord(county.as("mediator"), correctRecordInput.parse(early));
    expect(await refusedWith(none)).toBe("noRecordYet");
    await session.record("adjourned");
    const fix = correctRecordInput.parse({
      disputeId: dispute.disputeId,
      sessionId: session.sessionId,
      basedOn: 1,
      text: "鉴定由公司出钱。",
      reason: "漏记",
    });
    expect(await correctRecord(county.as("mediator"), fix)).toEqual({ version: 2 });
    expect(await refusedWith(correctRecord(county.as("mediator"), { ...fix, text: "又改" }))).toBe("changedMeanwhile");
    const [card] = (await sessionsOf(county, dispute)).sessions;
    expect(card?.records.map((record) => record.version)).toEqual([2, 1]);
    const change = asActor(county.as("mediator"), (tx) =>
      tx.execute(sql`update session_records set text = 'x' where session_id = ${session.sessionId}::uuid`),
    );
    await expect(change).rejects.toThrow();
  });

  it("leaves no word of it in the events", async () => {
    const dispute = await bookable(county);
    await (await held(dispute)).record("partlyAgreed");
    const events = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ payload: string }>(sql`select payload from events where dispute_id = ${dispute.disputeId}::uuid`),
    );
    expect(events.map((event) => event.payload).join()).not.toContain("鉴定");
  });
});

describe("the record of a session that failed", () => {
  it("says what each side stated, the facts, why it failed and the other ways, and is corrected whole", async () => {
    const dispute = await bookable(county);
    const session = await held(dispute);
    const [liu, zhang] = session.rows.flatMap((row) => row.partyId ?? []);
    const whole = failedBecause([liu ?? "", zhang ?? ""]);
    expect(await refusedWith(session.record("failed"))).toBe("statementsMissing");
    const one = whole.statements.slice(0, 1);
    expect(await refusedWith(session.record("failed", { ...whole, statements: one }))).toBe("statementsMissing");
    expect(await refusedWith(session.record("failed", { ...whole, outcome: "" }))).toBe("whyFailedNeeded");
    expect(await refusedWith(session.record("failed", { ...whole, routesTold: [] }))).toBe("routesFirst");
    const other = await partiesOf(county, await bookable(county));
    const stranger = [...whole.statements, { partyId: other[0]?.id ?? "", text: "不相干的人" }];
    expect(await refusedWith(session.record("failed", { ...whole, statements: stranger }))).toBe("unknownReference");
    await session.record("failed", { ...whole, facts: "墙面有三道裂缝。" });
    const records = async () => (await sessionsOf(county, dispute)).sessions[0]?.records;
    expect(await records()).toMatchObject([
      {
        statements: [
          { partyId: liu, side: 1, text: "坚持原来的要求。" },
          { partyId: zhang, side: 2 },
        ],
        facts: "墙面有三道裂缝。",
        outcome: "双方要求相差太大。",
        routesTold: ["court"],
      },
    ]);
    const correct = (over: object) =>
      correctRecord(
        county.as("mediator"),
        correctRecordInput.parse({
          disputeId: dispute.disputeId,
          sessionId: session.sessionId,
          basedOn: 1,
          text: "改了一个数字。",
          reason: "数字写错了",
          ...over,
        }),
      );
    expect(await refusedWith(correct({ outcome: "" }))).toBe("whyFailedNeeded");
    await correct({ outcome: "双方对金额分歧太大。" });
    const [latest, first] = (await records()) ?? [];
    expect([latest?.outcome, latest?.facts, first?.outcome]).toEqual([
      "双方对金额分歧太大。",
      "墙面有三道裂缝。",
      "双方要求相差太大。",
    ]);
  });

  it("takes no part of a caucus", async () => {
    const dispute = await bookable(county);
    const joint = await held(dispute);
    const caucus = await held(dispute, { kind: "caucus", partyIds: [joint.rows[0]?.partyId ?? ""] });
    expect(await refusedWith(caucus.record("failed", { text: "", outcome: "私下说底线是三千" }))).toBe(
      "caucusTextInLane",
    );
    await caucus.record("failed", { text: "" });
  });
});
