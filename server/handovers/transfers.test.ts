import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { listCallsInput } from "../calls/inputs";
import { listCalls } from "../calls/queries";
import { attachCall } from "../disputes/attach-call";
import { endProceeding } from "../disputes/end-proceeding";
import { endProceedingInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { gateOf } from "../disputes/reads/gate";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { boardOf } from "../invitations/reads/board";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { writeNote } from "../notes/write-note";
import { callAt } from "../testing/calls";
import { invited } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { settledSaid } from "../testing/endings";
import { refusedWith } from "../testing/refused";
import { bookable, booked, inDays, slotsOf } from "../testing/sessions";
import { acceptTransfer } from "./accept-transfer";
import { declineTransfer } from "./decline-transfer";
import { offerTransferInput } from "./inputs";
import { offerTransfer } from "./offer-transfer";
import { transferOfDispute, transfersOfOffice } from "./reads/transfers";
import { recordTransferAnswer } from "./record-transfer-answer";
import { recordTransferResult } from "./record-transfer-result";
import { withdrawTransfer } from "./withdraw-transfer";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const idOf = (username: string) => county.people[username] ?? "";
const there = () => ({ stationId: county.stations.DG ?? "", committeeId: county.committees.DG ?? "" });

const offer = (disputeId: string, to: unknown = there(), who = "mediator") =>
  offerTransfer(
    county.as(who),
    offerTransferInput.parse({ disputeId, to, reason: "双方都住在东关，纠纷也发生在东关" }),
  );
const accept = (disputeId: string, transferId: string, who = "committee2", lead = "mediator3") =>
  acceptTransfer(county.as(who), { disputeId, transferId, leadPersonId: idOf(lead), note: "" });
const decline = (disputeId: string, transferId: string, who = "committee2") =>
  declineTransfer(county.as(who), { disputeId, transferId, reason: "不在我们辖区" });
const page = (who: string, disputeId: string) => disputeById(county.as(who), { disputeId });
const listed = async (who: string, transferId: string) =>
  (await transfersOfOffice(county.as(who))).transfers.find(({ id }) => id === transferId);
/** How often the county, and each of its stations, counts a dispute as received. */
const countedAt = async (disputeId: string) =>
  (
    await database().execute<{ station: string; n: number }>(sql`
      select s.code as station, sum(e.received)::int as n from figure_entries e join stations s on s.id = e.station_id
      where e.dispute_id = ${disputeId}::uuid group by s.code having sum(e.received) <> 0`)
  ).map(({ station, n }) => `${station} ${n}`);

describe("a matter offered to another committee", () => {
  it("goes on there when they accept: rights move, the record stays, what was booked is given back, one dispute stays one", async () => {
    const { disputeId, proceedingId } = await bookable(county);
    await database().execute(
      sql`update disputes set point_id = (select id from contact_points p where p.county_id = disputes.county_id and p.station_id = disputes.station_id order by p.name limit 1) where id = ${disputeId}::uuid`,
    );
    const { sessionId } = await booked(county, { disputeId }, { startsAt: inDays(9, "09:00") });
    const { invitationId } = await invited(county, { disputeId }, "lawyer");
    await writeNote(county.as("mediator"), {
      disputeId,
      sessionId: null,
      lane: "mediator",
      side: null,
      text: "乙方底线两万",
    });
    const { transferId } = await offer(disputeId);
    expect(await refusedWith(page("committee2", disputeId))).toBe("notFound");
    expect(await listed("committee2", transferId)).toMatchObject({
      isIncoming: true,
      mayAnswer: true,
      summary: expect.stringContaining("裂缝"),
    });
    await announceAll();
    const before = (await notificationsIn(county.countyId)).length;

    const taken = await accept(disputeId, transferId);

    const now = await page("mediator3", disputeId);
    // It lies at no contact point of the station it left, and the history says why.
    expect(now.point ?? null).toBeNull();
    expect(now.proceeding).toMatchObject({
      id: taken.proceedingId,
      ordinal: 2,
      track: "peoples",
      status: "accepted",
      lead: "欧阳文秀",
      nextOwner: "欧阳文秀",
    });
    expect(now.proceedings[0]).toMatchObject({ id: proceedingId, ordinal: 1, outcome: "transferred" });
    expect(await page("committee2", disputeId)).toMatchObject({ number: now.number });
    // The committee that gave it up has it no more, and bars nobody from it.
    expect((await gateOf(county.as("mediator3"), { disputeId })).record).toEqual([]);
    // Whoever led it keeps the record of their proceeding and reads nothing of the next.
    const theirs = await page("mediator", disputeId);
    expect(theirs.proceeding).toMatchObject({ id: proceedingId, status: "closed" });
    // Their board shows the rooms of their own station; those of the receiving one are for whoever has the matter now.
    const pointsOf = async (who: string) => (await boardOf(county.as(who), { disputeId })).points.map(({ id }) => id);
    const stationsOf = (ids: readonly string[]) =>
      database().execute<{ id: string }>(
        sql`select distinct station_id as id from contact_points where id = any (${`{${ids.join(",")}}`}::uuid[])`,
      );
    expect((await stationsOf(await pointsOf("mediator"))).map(({ id }) => id)).toEqual([county.stations.LW]);
    expect((await stationsOf(await pointsOf("mediator3"))).map(({ id }) => id)).toEqual([county.stations.DG]);
    // No button of theirs would be refused.
    for (const act of ["dispute.triage", "proceeding.reopen", "dispute.correct", "gate.answer"] as const)
      expect(theirs.allowed).not.toContain(act);
    expect(await refusedWith(offer(disputeId))).toBe("forbidden");
    const [notes] = await Promise.all([
      database().execute<{
        n: number;
      }>(sql`select count(*)::int as n from dispute_access where dispute_id = ${disputeId}::uuid
        and subject_id in (${county.committees.LW ?? ""}::uuid, ${county.stations.LW ?? ""}::uuid) and is_current`),
    ]);
    expect(notes[0]?.n).toBe(0);
    expect(await slotsOf(county, sessionId)).toBe(0);
    const [asked] = await database().execute(sql`select status from invitations where id = ${invitationId}::uuid`);
    expect(asked).toEqual({ status: "withdrawn" });
    expect(await countedAt(disputeId)).toEqual(["DG 1"]);

    await announceAll();
    const told = (await notificationsIn(county.countyId)).slice(before).map(({ kind, name }) => `${kind} ${name}`);
    expect(told).toEqual(
      expect.arrayContaining([
        "transferAnswered 沈静",
        "transferAnswered 方慧",
        "leadChanged 欧阳文秀",
        "leadChanged 刘玉芬",
      ]),
    );
    expect(told.some((line) => line.startsWith("invitationWithdrawn"))).toBe(true);

    await endProceeding(
      county.as("mediator3"),
      endProceedingInput.parse({ disputeId, ...(await settledSaid(disputeId)) }),
    );
    await announceAll();
    const ended = (await notificationsIn(county.countyId)).map(({ kind, name }) => `${kind} ${name}`);
    expect(ended).toEqual(expect.arrayContaining(["transferEnded 沈静", "transferEnded 方慧", "transferEnded 赵国梁"]));
    expect(await listed("committee", transferId)).toMatchObject({
      isIncoming: false,
      outcome: "settledWithdrawn",
      answeredBy: "谭兆丰",
    });
  });

  it("takes its police calls along for reading, and only those; the station that was called keeps them", async () => {
    const { disputeId } = await bookable(county);
    const { callId } = await callAt(county, "2026-11-20T09:00:00+08:00", { place: "移交街 1 号" });
    const { callId: otherId } = await callAt(county, "2026-11-20T09:30:00+08:00", { place: "移交街 99 号" });
    await attachCall(county.as("officer"), { disputeId, callId });
    const seen = async (who: string) =>
      (
        await asActor(county.as(who), (tx) =>
          tx.execute<{ id: string }>(
            sql`select id from police_calls where id in (${callId}::uuid, ${otherId}::uuid) order by called_at`,
          ),
        )
      ).map((row) => row.id);
    for (const who of ["officer3", "head2", "mediator3"]) expect(await seen(who), who).toEqual([]);
    const { transferId } = await offer(disputeId);
    expect(await seen("head2")).toEqual([]);
    await accept(disputeId, transferId);
    for (const who of ["officer3", "head2", "mediator3"]) {
      expect(await seen(who), who).toEqual([callId]);
      expect(
        ((await page(who, disputeId)).calls ?? []).map((call) => call.id),
        who,
      ).toEqual([callId]);
    }
    expect(await seen("committee2")).toEqual([]);
    expect((await listCalls(county.as("officer3"), listCallsInput.parse({}))).rows.map((row) => row.id)).not.toContain(
      callId,
    );
    const moved = await asActor(county.as("officer3"), (tx) =>
      tx.execute(sql`update police_calls set dispute_id = null where id = ${callId}::uuid returning id`),
    );
    expect(moved).toHaveLength(0);
    // The sender keeps what it was called to, under its own number, and reads nothing that comes in there.
    expect(await seen("officer")).toEqual([callId, otherId]);
    expect((await listCalls(county.as("officer"), listCallsInput.parse({}))).rows.map((row) => row.id)).toContain(
      callId,
    );
    const { callId: later } = await callAt(county, "2026-11-21T09:00:00+08:00", { place: "东关 7 号" }, "officer3");
    await attachCall(county.as("officer3"), { disputeId, callId: later });
    const here = await asActor(county.as("officer"), (tx) =>
      tx.execute(sql`select id from police_calls where id = ${later}::uuid`),
    );
    expect(here).toHaveLength(0);
    expect(((await page("officer3", disputeId)).calls ?? []).map((call) => call.id)).toEqual([callId, later]);
  });

  it("stays when they decline with a reason, and may be offered again", async () => {
    const { disputeId } = await bookable(county);
    const { transferId } = await offer(disputeId);
    expect(await refusedWith(offer(disputeId))).toBe("transferWaits");
    await decline(disputeId, transferId);
    expect((await page("mediator", disputeId)).proceeding).toMatchObject({ ordinal: 1, lead: "沈静" });
    expect(await listed("mediator", transferId)).toMatchObject({ isAccepted: false, answerReason: "不在我们辖区" });
    expect((await transferOfDispute(county.as("mediator"), { disputeId })).last).toMatchObject({ isAccepted: false });
    expect(await refusedWith(accept(disputeId, transferId))).toBe("transferAnswered");
    await offer(disputeId);
    expect(await countedAt(disputeId)).toEqual(["LW 1"]);
  });

  it("is answered by the head it was offered to, and by nobody else", async () => {
    const { disputeId } = await bookable(county);
    const { transferId } = await offer(disputeId);
    expect(await refusedWith(decline(disputeId, transferId, "head2"))).toBe("otherSideAnswers");
    expect(await refusedWith(accept(disputeId, transferId, "head2", "officer3"))).toBe("otherSideAnswers");
    expect(await refusedWith(decline(disputeId, transferId, "committee"))).toBe("otherSideAnswers");
    expect(await refusedWith(decline(disputeId, transferId, "head"))).toBe("notFound");
    expect(await refusedWith(decline(disputeId, transferId, "mediator3"))).toBe("forbidden");
    expect(await refusedWith(accept(disputeId, transferId, "committee2", "mediator"))).toBe("leadFromElsewhere");
    expect(await listed("mediator3", transferId)).toBeUndefined();
    await withdrawTransfer(county.as("mediator"), { disputeId, transferId });
    expect(await refusedWith(accept(disputeId, transferId))).toBe("transferAnswered");
  });

  it("is offered by those who work on it, to others who are there", async () => {
    const { disputeId } = await bookable(county);
    const here = { stationId: county.stations.LW ?? "", committeeId: county.committees.LW ?? "" };
    expect(await refusedWith(offer(disputeId, here))).toBe("transferToItself");
    expect(await refusedWith(offer(disputeId, { ...there(), stationId: here.stationId }))).toBe("unknownReference");
    expect(await refusedWith(offer(disputeId, there(), "officer"))).toBe("forbidden");
    expect(await refusedWith(offer(disputeId, here, "committee2"))).toBe("notFound");
  });
});

describe("a referral to a body outside", () => {
  const answer = (
    disputeId: string,
    transferId: string,
    isAccepted: boolean,
    answeredOn = dayOf(new Date()),
    reason = "",
  ) =>
    recordTransferAnswer(county.as("mediator"), {
      disputeId,
      transferId,
      isAccepted,
      answeredOn,
      source: "区信访局 来访 12 号",
      reason,
    });

  it("ends here once they took it, and has their result back", async () => {
    const { disputeId } = await bookable(county);
    const { transferId } = await offer(disputeId, { body: "区信访局" });
    const result = { disputeId, transferId, result: "已责成物业修好" };
    expect(await refusedWith(recordTransferResult(county.as("mediator"), result))).toBe("noResultYet");
    expect(await refusedWith(answer(disputeId, transferId, true, "2020-01-01"))).toBe("answerDayOutside");
    await answer(disputeId, transferId, true);
    const { proceeding, allowed } = await page("mediator", disputeId);
    expect(proceeding).toMatchObject({ status: "closed", outcome: "transferred" });
    expect(allowed).toContain("transfer.recordResult");
    await recordTransferResult(county.as("mediator"), result);
    expect(await listed("mediator", transferId)).toMatchObject({ toName: "区信访局", result: result.result });
    expect(await refusedWith(recordTransferResult(county.as("mediator"), result))).toBe("transferAnswered");
    expect(await refusedWith(accept(disputeId, transferId))).toBe("notFound");
    await announceAll();
  });

  it("ends so, without further words, also where it was for others from the start", async () => {
    const { disputeId } = await registerDispute(county.as("mediator"), intake({ title: "要走仲裁" }));
    const answers = { ...harmless, familyViolence: "yes" } as const;
    const rest = { notAcceptedReason: null, overrideReason: "", leadPersonId: null, leadUnit: "" };
    await triageDispute(county.as("mediator"), { disputeId, answers, track: "transfer", ...rest });
    const { transferId } = await offer(disputeId, { body: "区妇联" });
    await answer(disputeId, transferId, true);
    expect((await page("mediator", disputeId)).proceeding).toMatchObject({ status: "closed", outcome: "transferred" });
  });

  it("stays here when they do not, with their reason", async () => {
    const { disputeId } = await bookable(county);
    const { transferId } = await offer(disputeId, { body: "区住建局" });
    expect(await refusedWith(answer(disputeId, transferId, false))).toBe("reasonNeeded");
    await answer(disputeId, transferId, false, dayOf(new Date()), "不归住建管");
    expect((await page("mediator", disputeId)).proceeding).toMatchObject({ status: "accepted" });
  });

  it("is taken back by the end of the proceeding", async () => {
    const { disputeId } = await bookable(county);
    const { transferId } = await offer(disputeId, { body: "区信访局" });
    await endProceeding(
      county.as("mediator"),
      endProceedingInput.parse({ disputeId, ...(await settledSaid(disputeId)) }),
    );
    expect(await listed("mediator", transferId)).toMatchObject({ isWithdrawn: true, isWaiting: false });
  });
});
