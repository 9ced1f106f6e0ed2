import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { recordRefusalInput } from "../consents/inputs";
import { recordRefusal } from "../consents/record-refusal";
import { acceptTransfer } from "../handovers/accept-transfer";
import { offerTransferInput } from "../handovers/inputs";
import { offerTransfer } from "../handovers/offer-transfer";
import { transferOfDispute, transfersOfOffice } from "../handovers/reads/transfers";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { voidNumberInput } from "../numbers/inputs";
import { voidNumber } from "../numbers/void-number";
import { givePaperNumber } from "../papers/parts/give-paper-number";
import { bookSession } from "../sessions/book-session";
import { bookSessionInput } from "../sessions/inputs";
import { type TestCounty, testCounty } from "../testing/county";
import { bothSign, finding, lastEvent, type PoliceCase, policeCase, readyToMediate, stateOf } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { inDays, roomOne } from "../testing/sessions";
import { applySettlement } from "./apply-settlement";
import { decideSettlement } from "./decide-settlement";
import { findViolation } from "./find-violation";
import { applySettlementInput } from "./inputs";
import { violationOfDispute } from "./reads/violation";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const officer = () => county.as("officer");
const today = dayOf(new Date());
const page = (of: PoliceCase) => violationOfDispute(officer(), of);

describe("an application for no penalty (程序规定 186；治安管理处罚法 9)", () => {
  const apply = (of: PoliceCase, over: object = {}) =>
    applySettlement(
      officer(),
      applySettlementInput.parse({
        ...{ disputeId: of.disputeId, way: "byThemselves", agreedOn: today, performedOn: today, appliedOn: today },
        ...{ agreed: "赔医药费 300 元，互相道歉", proof: "收条一张", isDecided: "no", applicants: bothSign(of) },
        ...over,
      }),
    );
  const decide = (of: PoliceCase, applicationId: string, isApproved: boolean, by = "head") =>
    decideSettlement(county.as(by), {
      disputeId: of.disputeId,
      applicationId,
      isApproved,
      reason: "双方已履行，情节轻微",
    });

  const numberOf = (subjectId: string) => {
    const { actor } = officer();
    const of = {
      committeeId: actor.committeeId ?? "",
      stationId: actor.stationId ?? "",
      track: "publicSecurity",
    } as const;
    const { countyId } = county;
    const system = county.system();
    return asActor(system, (tx) =>
      givePaperNumber(tx, { countyId, kind: "noPenalty", subjectId }, { countyId, ...of }, system.now),
    );
  };
  const voids = (number: string) =>
    voidNumber(
      county.as("head"),
      voidNumberInput.parse({ series: "noPenalty.publicSecurity", number, reason: "号登错了一位" }),
    );

  it("waits for the head, who approves: the police case ends without a penalty and what was booked is released", async () => {
    const police = await policeCase(county);
    await readyToMediate(county, police.disputeId);
    const input = { disputeId: police.disputeId, partyIds: police.parties, kind: "joint", minutes: 60 };
    const { sessionId } = await bookSession(
      officer(),
      bookSessionInput.parse({ ...input, startsAt: inDays(9), roomId: county.rooms[roomOne] }),
    );
    const { applicationId } = await apply(police);
    expect(await lastEvent(police)).toMatchObject({ action: "settlement.apply" });
    expect((await transfersOfOffice(county.as("head"))).settlements).toMatchObject([{ disputeId: police.disputeId }]);
    expect(await stateOf(police)).toMatchObject({ next_step: "decideSettlement", owner: "stationHead" });
    expect(await refusedWith(apply(police))).toBe("needs.settlementDecided");
    expect(await refusedWith(decide(police, applicationId, true, "officer"))).toBe("forbidden");
    expect(await refusedWith(decide(police, applicationId, true, "head2"))).toBe("notFound");
    expect(await decide(police, applicationId, true)).toEqual({ proceedingEnded: true });
    expect(await stateOf(police)).toMatchObject({ status: "closed", outcome: "publicSecuritySettled" });
    expect(await lastEvent(police)).toMatchObject({
      action: "settlement.decide",
      payload: { approved: true, outcome: "publicSecuritySettled" },
    });
    const [left] =
      await database().execute(sql`select (select status from sessions where id = ${sessionId}::uuid) as status,
      (select count(*)::int from slots where session_id = ${sessionId}::uuid) as slots`);
    expect(left).toEqual({ status: "cancelled", slots: 0 });
    expect(await refusedWith(decide(police, applicationId, false))).toBe("notInThisStep");
  });

  it("is decided before anything else ends or settles the case, and takes an offer to hand it over back", async () => {
    const police = await policeCase(county);
    await readyToMediate(county, police.disputeId);
    const to = { stationId: county.stations.DG ?? "", committeeId: county.committees.DG ?? "" };
    const { disputeId } = police;
    const { transferId } = await offerTransfer(
      officer(),
      offerTransferInput.parse({ disputeId, to, reason: "双方都住在东关" }),
    );
    const { applicationId } = await apply(police);
    const waits = "needs.settlementDecided";
    const refusal = { disputeId, partyId: police.parties[0], reason: "不谈了", routesTold: ["court"] };
    expect(await refusedWith(recordRefusal(officer(), recordRefusalInput.parse(refusal)))).toBe(waits);
    const taken = { disputeId, transferId, leadPersonId: county.people.officer3 ?? "", note: "" };
    expect(await refusedWith(acceptTransfer(county.as("head2"), taken))).toBe(waits);
    await decide(police, applicationId, true);
    expect((await transferOfDispute(officer(), { disputeId })).last).toMatchObject({ isWithdrawn: true });
  });

  it("goes on when the head refuses; both may apply again", async () => {
    const police = await policeCase(county);
    await findViolation(officer(), finding(police, { repeated: "yes" }));
    const { applicationId } = await apply(police);
    expect(await decide(police, applicationId, false)).toEqual({ proceedingEnded: false });
    expect(await stateOf(police)).toMatchObject({ status: "accepted", outcome: null, next_step: "findViolation" });
    expect(await refusedWith(decide(police, applicationId, true))).toBe("alreadyDecided");
    // The decision stands on the paper under its number.
    expect(await refusedWith(voids(await numberOf(applicationId)))).toBe("numberDecided");
    const again = await apply(police);
    expect(await voids(await numberOf(again.applicationId))).toMatchObject({ nextNumber: null });
    expect((await page(police)).applications.map((one) => one.isApproved)).toEqual([null, false]);
    expect(await refusedWith(decide(police, police.proceedingId, true))).toBe("notFound");
    await decide(police, again.applicationId, true);
  });

  it("needs a minor violation, both sides, days in order, no decision yet, and performance that the record shows", async () => {
    const police = await policeCase(county);
    expect(await refusedWith(apply(police))).toBe("needs.minorViolation");
    await findViolation(officer(), finding(police));
    expect(await refusedWith(apply(police, { applicants: bothSign(police).slice(0, 1) }))).toBe("bothSidesApply");
    expect(await refusedWith(apply(police, { performedOn: "2020-01-01" }))).toBe("settlementOrder");
    expect(await refusedWith(apply(police, { appliedOn: "2999-01-01" }))).toBe("dayInFuture");
    for (const isDecided of ["yes", "unclear"])
      expect(await refusedWith(apply(police, { isDecided }))).toBe("penaltyDecided");
    const unperformed = { way: "peoplesMediation", peoplesProceedingId: police.proceedingId };
    expect(await refusedWith(apply(police, unperformed))).toBe("settlementNotPerformed");
    const [link] = await asActor(officer(), (tx) =>
      tx.execute<{ id: string }>(sql`insert into party_links (county_id, id, dispute_id, party_id, kind, name, may_sign)
        values (${county.countyId}::uuid, gen_random_uuid(), ${police.disputeId}::uuid, ${police.parties[1]}::uuid, 'representative', '汤小雨', true) returning id`),
    );
    const applicants = [
      { partyId: police.parties[0], means: "sign" },
      { partyId: police.parties[1], byLinkId: link?.id, means: "sign" },
    ];
    expect(await refusedWith(apply(police, { applicants }))).toBe("suspectInPerson");
  });
});
