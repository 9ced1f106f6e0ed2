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
import { runningSession, sessionUnderWay } from "../testing/desk";
import { merged, registeredTwice } from "../testing/merges";
import { refusedWith } from "../testing/refused";
import { stateOf } from "../testing/sessions";
import { acceptTransfer } from "./accept-transfer";
import { offerTransferInput, recordTransferAnswerInput, setLeadInput } from "./inputs";
import { offerTransfer } from "./offer-transfer";
import { recordTransferAnswer } from "./record-transfer-answer";
import { setLead } from "./set-lead";

let county: TestCounty;
type Talk = Awaited<ReturnType<typeof runningSession>>;
beforeAll(async () => {
  county = await testCounty();
});
const idOf = (username: string) => county.people[username] ?? "";
const as = (who: string, { now }: Talk, minutes = 0) =>
  county.as(who, { now: new Date(now.getTime() + minutes * 60_000) });
const target = ({ disputeId, sessionId }: Talk) => ({ disputeId, sessionId });
const start = (talk: Talk) => startSession(as("mediator", talk), target(talk));
const record = (talk: Talk, minutes = 0, who = "mediator", sessionVersion = 2) =>
  recordSession(
    as(who, talk, minutes),
    recordSessionInput.parse({ ...target(talk), sessionVersion, result: "adjourned", text: "改天再谈" }),
  );

/** A session at whose hour the matter is offered away. */
async function offered(to: unknown) {
  const talk = await runningSession(county);
  const { disputeId } = talk;
  const { transferId } = await offerTransfer(
    as("mediator", talk, -20),
    offerTransferInput.parse({ disputeId, to, reason: "双方都住在东关" }),
  );
  return { talk, transferId };
}
const inside = () => ({ stationId: county.stations.DG ?? "", committeeId: county.committees.DG ?? "" });
const accept = ({ talk, transferId }: Awaited<ReturnType<typeof offered>>, minutes = 0) =>
  acceptTransfer(as("committee2", talk, minutes), {
    disputeId: talk.disputeId,
    transferId,
    leadPersonId: idOf("mediator3"),
    note: "",
  });

describe("whoever takes a matter over", () => {
  it("waits for a session whose hour has come: it is recorded first, and is then in the record", async () => {
    const way = await offered(inside());
    expect(await refusedWith(accept(way))).toBe("needs.noSessionUnderWay");
    expect((await stateOf(county, way.talk.sessionId)).status).toBe("booked");
    await start(way.talk);
    expect(await refusedWith(accept(way))).toBe("needs.noSessionUnderWay");
    // Also hours later: what was said is written down by whoever heard it.
    expect(await refusedWith(accept(way, 600))).toBe("needs.noSessionUnderWay");
    await record(way.talk, 600);
    await accept(way, 610);
    expect((await stateOf(county, way.talk.sessionId)).status).toBe("ended");
  });

  it("takes it before that hour, and where the lead has called off what nobody came to", async () => {
    const early = await offered(inside());
    await accept(early, -15);
    expect((await stateOf(county, early.talk.sessionId)).status).toBe("cancelled");
    const nobody = await offered(inside());
    const input = cancelSessionInput.parse({ ...target(nobody.talk), sessionVersion: 1, reason: "没有人来" });
    await cancelSession(as("mediator", nobody.talk, 30), input);
    await accept(nobody, 40);
  });

  it("waits for it outside of the county too", async () => {
    const { talk, transferId } = await offered({ body: "区信访局" });
    const said = { disputeId: talk.disputeId, transferId, isAccepted: true, source: "张科长来电", reason: "" };
    const answer = (minutes: number) => {
      const answeredOn = new Date(talk.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
      return recordTransferAnswer(
        as("mediator", talk, minutes),
        recordTransferAnswerInput.parse({ ...said, answeredOn }),
      );
    };
    expect(await refusedWith(answer(0))).toBe("needs.noSessionUnderWay");
    await record(talk, 90, "mediator", 1);
    await answer(100);
  });

  it("merges nothing into another registration while a session of it runs", async () => {
    const pair = await registeredTwice(county);
    await consented(county, { disputeId: pair.absorbed });
    const talk = await sessionUnderWay(county, { disputeId: pair.absorbed });
    await start(talk);
    expect(await refusedWith(merged(county, pair))).toBe("mergeSessionBooked");
  });
});

describe("a session that runs", () => {
  const change = (talk: Talk, minutes: number) =>
    setLead(
      as("committee", talk, minutes),
      setLeadInput.parse({
        disputeId: talk.disputeId,
        leadSeen: idOf("mediator"),
        leadPersonId: idOf("mediator2"),
        reason: "另有任务",
      }),
    );

  it("keeps its lead until its hour is over, and whoever leads then records it", async () => {
    const talk = await runningSession(county);
    await start(talk);
    expect(await refusedWith(change(talk, 60))).toBe("sessionRunning");
    await change(talk, 81);
    await record(talk, 90, "mediator2");
    expect((await stateOf(county, talk.sessionId)).status).toBe("ended");
  });

  it("gives another lead at once where a tie bars the one who began it", async () => {
    const talk = await runningSession(county);
    await start(talk);
    await database().execute(sql`
      insert into recusals (county_id, id, dispute_id, proceeding_id, person_id, kinds, recused_at)
      select county_id, gen_random_uuid(), dispute_id, id, lead_person_id, '{objection}', now() from proceedings
      where dispute_id = ${talk.disputeId}::uuid`);
    await change(talk, 10);
  });

  it("keeps the seat of whoever is present: they were there", async () => {
    const talk = await runningSession(county, { personIds: [idOf("mediator2")] });
    await start(talk);
    const [seat] = await database().execute<{ id: string }>(
      sql`select id from session_people where session_id = ${talk.sessionId}::uuid and person_id = ${idOf("mediator2")}::uuid`,
    );
    const there = { rowId: seat?.id, attendance: "present" };
    await tickAttendance(as("mediator", talk), tickAttendanceInput.parse({ ...target(talk), ...there }));
    const swap = swapPersonInput.parse({
      ...target(talk),
      sessionVersion: 2,
      outPersonId: idOf("mediator2"),
      inPersonId: idOf("officer"),
    });
    expect(await refusedWith(swapPerson(as("mediator", talk), swap))).toBe("sessionRunning");
  });
});
