import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { tickAttendanceInput } from "../desk/inputs";
import { startSession } from "../desk/start-session";
import { tickAttendance } from "../desk/tick-attendance";
import { cancelSession } from "../sessions/cancel-session";
import { cancelSessionInput, recordSessionInput, swapPersonInput } from "../sessions/inputs";
import { recordSession } from "../sessions/record-session";
import { swapPerson } from "../sessions/swap-person";
import { consented } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { runningSession, sessionUnderWay, type TestDesk } from "../testing/desk";
import { merged, registeredTwice } from "../testing/merges";
import { refusedWith } from "../testing/refused";
import { stateOf } from "../testing/sessions";
import { acceptTransfer } from "./accept-transfer";
import { offerTransferInput, recordTransferAnswerInput, setLeadInput } from "./inputs";
import { offerTransfer } from "./offer-transfer";
import { recordTransferAnswer } from "./record-transfer-answer";
import { setLead } from "./set-lead";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const idOf = (username: string) => county.people[username] ?? "";
const as = (who: string, { now }: TestDesk, minutes = 0) =>
  county.as(who, { now: new Date(now.getTime() + minutes * 60_000) });
const target = ({ disputeId, sessionId }: TestDesk) => ({ disputeId, sessionId });
const start = (desk: TestDesk) => startSession(as("mediator", desk), target(desk));
const record = (desk: TestDesk, minutes = 0, who = "mediator", sessionVersion = 2) =>
  recordSession(
    as(who, desk, minutes),
    recordSessionInput.parse({ ...target(desk), sessionVersion, result: "adjourned", text: "改天再谈" }),
  );

/** A session at whose hour the matter is offered away. */
async function offered(to: unknown) {
  const desk = await runningSession(county);
  const { disputeId } = desk;
  const { transferId } = await offerTransfer(
    as("mediator", desk, -20),
    offerTransferInput.parse({ disputeId, to, reason: "双方都住在东关" }),
  );
  return { desk, transferId };
}
const inside = () => ({ stationId: county.stations.DG ?? "", committeeId: county.committees.DG ?? "" });
const accept = ({ desk, transferId }: Awaited<ReturnType<typeof offered>>, minutes = 0) =>
  acceptTransfer(as("committee2", desk, minutes), {
    disputeId: desk.disputeId,
    transferId,
    leadPersonId: idOf("mediator3"),
    note: "",
  });

describe("whoever takes a matter over", () => {
  it("waits for a session whose hour has come: it is recorded first, and is then in the record", async () => {
    const way = await offered(inside());
    expect(await refusedWith(accept(way))).toBe("needs.noSessionUnderWay");
    expect((await stateOf(county, way.desk.sessionId)).status).toBe("booked");
    await start(way.desk);
    expect(await refusedWith(accept(way))).toBe("needs.noSessionUnderWay");
    // Also hours later: what was said is written down by whoever heard it.
    expect(await refusedWith(accept(way, 600))).toBe("needs.noSessionUnderWay");
    await record(way.desk, 600);
    await accept(way, 610);
    expect((await stateOf(county, way.desk.sessionId)).status).toBe("ended");
  });

  it("takes it before that hour, and where the lead has called off what nobody came to", async () => {
    const early = await offered(inside());
    await accept(early, -15);
    expect((await stateOf(county, early.desk.sessionId)).status).toBe("cancelled");
    const nobody = await offered(inside());
    const input = cancelSessionInput.parse({ ...target(nobody.desk), sessionVersion: 1, reason: "没有人来" });
    await cancelSession(as("mediator", nobody.desk, 30), input);
    await accept(nobody, 40);
  });

  it("waits for it outside of the county too", async () => {
    const { desk, transferId } = await offered({ body: "区信访局" });
    const said = { disputeId: desk.disputeId, transferId, isAccepted: true, source: "张科长来电", reason: "" };
    const answer = (minutes: number) => {
      const answeredOn = new Date(desk.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
      return recordTransferAnswer(
        as("mediator", desk, minutes),
        recordTransferAnswerInput.parse({ ...said, answeredOn }),
      );
    };
    expect(await refusedWith(answer(0))).toBe("needs.noSessionUnderWay");
    await record(desk, 90, "mediator", 1);
    await answer(100);
  });

  it("merges nothing into another registration while a session of it runs", async () => {
    const pair = await registeredTwice(county);
    await consented(county, { disputeId: pair.absorbed });
    const desk = await sessionUnderWay(county, { disputeId: pair.absorbed });
    await start(desk);
    expect(await refusedWith(merged(county, pair))).toBe("mergeSessionBooked");
  });
});

describe("a session that runs", () => {
  const change = (desk: TestDesk, minutes: number) =>
    setLead(
      as("committee", desk, minutes),
      setLeadInput.parse({
        disputeId: desk.disputeId,
        leadSeen: idOf("mediator"),
        leadPersonId: idOf("mediator2"),
        reason: "另有任务",
      }),
    );

  it("keeps its lead until its hour is over, and whoever leads then records it", async () => {
    const desk = await runningSession(county);
    await start(desk);
    expect(await refusedWith(change(desk, 60))).toBe("sessionRunning");
    await change(desk, 81);
    await record(desk, 90, "mediator2");
    expect((await stateOf(county, desk.sessionId)).status).toBe("ended");
  });

  it("gives another lead at once where a tie bars the one who began it", async () => {
    const desk = await runningSession(county);
    await start(desk);
    await database().execute(sql`
      insert into recusals (county_id, id, dispute_id, proceeding_id, person_id, kinds, recused_at)
      select county_id, gen_random_uuid(), dispute_id, id, lead_person_id, '{objection}', now() from proceedings
      where dispute_id = ${desk.disputeId}::uuid`);
    await change(desk, 10);
  });

  it("keeps the seat of whoever is present: they were there", async () => {
    const desk = await runningSession(county, { personIds: [idOf("mediator2")] });
    await start(desk);
    const [seat] = await database().execute<{ id: string }>(
      sql`select id from session_people where session_id = ${desk.sessionId}::uuid and person_id = ${idOf("mediator2")}::uuid`,
    );
    const there = { rowId: seat?.id, attendance: "present" };
    await tickAttendance(as("mediator", desk), tickAttendanceInput.parse({ ...target(desk), ...there }));
    const swap = swapPersonInput.parse({
      ...target(desk),
      sessionVersion: 2,
      outPersonId: idOf("mediator2"),
      inPersonId: idOf("officer"),
    });
    expect(await refusedWith(swapPerson(as("mediator", desk), swap))).toBe("sessionRunning");
  });
});
