import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { sendToSign } from "../agreements/send-to-sign";
import { signAgreement } from "../agreements/sign-agreement";
import { takeEffect } from "../agreements/take-effect";
import { extendClock } from "../clocks/extend-clock";
import { extendClockInput } from "../clocks/inputs";
import { giveNotice } from "../consents/give-notice";
import { giveNoticeInput, recordConsentInput } from "../consents/inputs";
import { recordConsent } from "../consents/record-consent";
import { addHeir } from "../disputes/add-heir";
import { answerHeir } from "../disputes/answer-heir";
import { recordPartyExitInput } from "../disputes/inputs";
import { recordPartyExit } from "../disputes/record-party-exit";
import { addDays, dayOf } from "../kernel/shanghai";
import { postgresError } from "../kernel/transaction";
import { recordPerformance } from "../performance/record-performance";
import { waivePerformance } from "../performance/waive-performance";
import { recordHeldInput } from "../sessions/inputs";
import { recordHeld } from "../sessions/record-held";
import { type Agreed, agreedDispute, drafted, payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const by = () => county.as("mediator");
const ago = (days: number) => addDays(dayOf(new Date()), -days);
/** Everybody here dies five days ago, and it is recorded today. */
const died = ago(5);
const exits = ({ disputeId }: Agreed, partyId: string, kind = "died") =>
  recordPartyExit(
    by(),
    recordPartyExitInput.parse({ disputeId, partyId, kind, happenedOn: died, reason: "家属出示死亡证明" }),
  );
const raw = (statement: ReturnType<typeof sql>) =>
  database()
    .execute(statement)
    .then(
      () => "passed",
      (error) => postgresError(error)?.constraint_name,
    );
const itself = (partyId: string) => ({ partyId, linkId: null });

describe("what somebody did before they died or left, entered afterwards", () => {
  it("a signature, a notice and a consent count with their day, up to the last one; none after it, and none of today", async () => {
    const agreed = await agreedDispute(county);
    const { disputeId, proceedingId, parties } = agreed;
    const dead = parties[1] ?? "";
    await drafted(county, agreed, [payClause(agreed, 100)]);
    await sendToSign(by(), { disputeId });
    await exits(agreed, dead);
    const signs = (happenedOn: string | null) =>
      signAgreement(by(), {
        disputeId,
        signer: { kind: "party", partyId: dead, byLinkId: null },
        means: "sign",
        happenedOn,
      });
    for (const day of [null, dayOf(new Date()), ago(4)])
      expect(await refusedWith(signs(day))).toBe("departedSpeaksNot");
    const signature = (day: string) => sql`
      insert into signatures (county_id, id, dispute_id, agreement_id, signer_kind, party_id, means, signed_at, recorded_by)
      select county_id, gen_random_uuid(), dispute_id, id, 'party', ${dead}::uuid, 'sign', ${`${day}T03:00:00Z`}::timestamptz, ${county.people.mediator}::uuid
      from agreements where dispute_id = ${disputeId}::uuid`;
    expect(await raw(signature(ago(4)))).toBe("signatures_by_entitled");
    expect(await raw(signature(dayOf(new Date())))).toBe("signatures_by_entitled");
    await signs(died);
    const [row] = await database().execute<{ on: string }>(
      sql`select app.day_of(signed_at)::text as on from signatures where dispute_id = ${disputeId}::uuid and party_id = ${dead}::uuid`,
    );
    expect(row?.on).toBe(died);

    const consents = (happenedOn: string | null) =>
      recordConsent(
        by(),
        recordConsentInput.parse({
          disputeId,
          happenedOn,
          answers: [{ partyId: dead, subject: "mediation", answer: "agreed" }],
        }),
      );
    expect(await refusedWith(consents(ago(4)))).toBe("departedSpeaksNot");
    expect(await consents(ago(6))).toEqual({ recorded: 1 });
    const consent = (day: string) => sql`
      insert into consents (county_id, id, dispute_id, proceeding_id, party_id, subject, answer, recorded_by, recorded_at, happened_on)
      values (${county.countyId}::uuid, gen_random_uuid(), ${disputeId}::uuid, ${proceedingId}::uuid, ${dead}::uuid, 'mediation', 'agreed',
        ${county.people.mediator}::uuid, now(), ${day}::date)`;
    expect(await raw(consent(ago(4)))).toBe("consents_by_entitled");
    expect(await raw(consent(ago(6)))).toBe("passed");
  });

  it("an oral agreement needs the yes of the parties of its day, and a receipt or waiver by then is theirs", async () => {
    const agreed = await agreedDispute(county);
    const { disputeId, parties } = agreed;
    const [dead = "", debtor = ""] = parties;
    await drafted(county, agreed, [payClause(agreed, 100)], "oral");
    await exits(agreed, dead);
    const reason = "儿子，户口本为证";
    const { heirPartyId } = await addHeir(by(), {
      disputeId,
      partyId: dead,
      name: "刘小军",
      phone: "",
      isMinor: false,
      toldOn: ago(1),
      reason,
    });
    // An heir is none as long as whoever they follow lives.
    const heirSays = (happenedOn: string) => {
      const answers = [{ partyId: heirPartyId, subject: "mediation", answer: "agreed" }];
      return recordConsent(by(), recordConsentInput.parse({ disputeId, happenedOn, answers }));
    };
    await giveNotice(by(), giveNoticeInput.parse({ disputeId, partyIds: [heirPartyId], means: "phone" }));
    expect(await refusedWith(heirSays(ago(6)))).toBe("heirLater");
    const heirSaid = (day: string) => sql`
      insert into consents (county_id, id, dispute_id, proceeding_id, party_id, subject, answer, recorded_by, recorded_at, happened_on)
      select county_id, gen_random_uuid(), dispute_id, id, ${heirPartyId}::uuid, 'mediation', 'agreed', lead_person_id, now(), ${day}::date
      from proceedings where dispute_id = ${disputeId}::uuid`;
    expect([await raw(heirSaid(ago(6))), await raw(heirSaid(died))]).toEqual(["consents_by_entitled", "passed"]);
    const effect = (happenedOn: string, ...saidYes: string[]) =>
      takeEffect(by(), { disputeId, happenedOn, saidYes: saidYes.map(itself) });
    expect(await refusedWith(effect(ago(7), debtor))).toBe("yesMissing");
    expect(await refusedWith(effect(ago(3), dead, debtor))).toBe("departedSpeaksNot");
    expect(await refusedWith(effect(ago(3), debtor))).toBe("yesMissing");
    await effect(ago(7), dead, debtor);

    const [obligation] = await database().execute<{ id: string }>(
      sql`select id from obligations where dispute_id = ${disputeId}::uuid`,
    );
    const of = { disputeId, obligationId: obligation?.id ?? "", partyId: debtor };
    const paid = (performedOn: string) =>
      recordPerformance(by(), {
        ...{ ...of, amountFen: 40, performedOn, proof: "receipt" as const, proofNote: "收条 3 号" },
        receivedBy: itself(dead),
      });
    expect(await refusedWith(paid(ago(4)))).toBe("departedSpeaksNot");
    expect(await paid(ago(6))).toMatchObject({ isObligationPerformed: false });
    const waives = (waivedOn: string) =>
      waivePerformance(by(), {
        ...{ ...of, obligeePartyId: dead, byLinkId: null, means: "sign", amountFen: 60, waivedOn },
        ...{ proof: "mutualConfirmation", proofNote: "字据" },
      });
    expect(await refusedWith(waives(ago(2)))).toBe("departedSpeaksNot");
    await waives(ago(5));
    await answerHeir(by(), { disputeId, heirPartyId, answer: "stepsIn", answeredOn: ago(0), reason });
  });

  it("somebody who left is told nothing any more, and was at a session by then; an extension is asked of who is left", async () => {
    const [first, second] = intake().parties;
    const three = [first, second, { ...second, name: "张建军", phone: "" }] as ReturnType<typeof intake>["parties"];
    const agreed = await agreedDispute(county, { parties: three });
    const { disputeId, parties } = agreed;
    const [one = "", two = "", left = ""] = parties;
    await exits(agreed, left, "left");
    const tells = (happenedOn: string | null) =>
      giveNotice(by(), giveNoticeInput.parse({ disputeId, partyIds: [left], means: "phone", happenedOn }));
    for (const day of [null, ago(4)]) expect(await refusedWith(tells(day))).toBe("departedSpeaksNot");
    const held = (day: string, ...partyIds: string[]) =>
      recordHeld(
        by(),
        recordHeldInput.parse({
          ...{ disputeId, startsAt: `${day}T11:10:00.000Z`, minutes: 30, place: "村委会院里", partyIds, kind: "joint" },
          ...{ personIds: [county.people.mediator], result: "adjourned", text: "改天再谈。" },
        }),
      );
    expect(await refusedWith(held(ago(3), one, left))).toBe("departedSpeaksNot");
    expect(await held(ago(6), one, left)).toMatchObject({ sessionId: expect.any(String) });
    const extends_ = (...agreedPartyIds: string[]) =>
      extendClock(
        by(),
        extendClockInput.parse({
          ...{ disputeId, dueOn: addDays(dayOf(new Date()), 90), agreedOn: ago(0) },
          ...{ agreed: agreedPartyIds.map(itself), reason: "等鉴定" },
        }),
      );
    expect(await refusedWith(extends_(one))).toBe("allMustAgree");
    expect(await extends_(one, two)).toMatchObject({ dueOn: expect.any(String) });
  });
});
