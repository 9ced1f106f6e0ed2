import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { draftAgreement } from "../agreements/draft-agreement";
import { draftAgreementInput } from "../agreements/inputs";
import { giveNotice } from "../consents/give-notice";
import { recordConsentInput, recordRefusalInput } from "../consents/inputs";
import { recordConsent } from "../consents/record-consent";
import { recordRefusal } from "../consents/record-refusal";
import { addPartyLink } from "../disputes/add-party-link";
import { endProceeding } from "../disputes/end-proceeding";
import { addPartyLinkInput, endProceedingInput, triageDisputeInput } from "../disputes/inputs";
import { gateOf } from "../disputes/reads/gate";
import { triageDispute } from "../disputes/triage-dispute";
import { addDays, dayOf } from "../kernel/shanghai";
import { bookSession } from "../sessions/book-session";
import { bookSessionInput } from "../sessions/inputs";
import { payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { finding, lastEvent, type PoliceCase, policeCase, readyToMediate } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { inDays, roomOne } from "../testing/sessions";
import { findViolation } from "./find-violation";
import { findViolationInput, summonGuardianInput } from "./inputs";
import { violationOfDispute } from "./reads/violation";
import { summonGuardian } from "./summon-guardian";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const officer = () => county.as("officer");
const page = (of: PoliceCase, who = "officer") => violationOfDispute(county.as(who), of);
let day = 2;
const book = ({ disputeId, parties }: PoliceCase) => {
  day += 1;
  const input = { disputeId, partyIds: parties, kind: "joint", minutes: 60, roomId: county.rooms[roomOne] };
  return bookSession(officer(), bookSessionInput.parse({ ...input, startsAt: inDays(day) }));
};
const stepOf = async ({ proceedingId }: PoliceCase) =>
  (
    await database().execute<{ next_step: string }>(
      sql`select next_step from proceedings where id = ${proceedingId}::uuid`,
    )
  )[0]?.next_step;

describe("a finding", () => {
  it("opens mediation when it is minor, listed, in a circumstance and nothing bars it; everything else keeps it shut", async () => {
    const police = await policeCase(county);
    expect(await stepOf(police)).toBe("findViolation");
    expect(await refusedWith(book(police))).toBe("needs.violationMediable");
    await readyToMediate(county, police.disputeId);
    expect(await page(police)).toMatchObject({ mayMediate: true, isMinorViolation: true });
    const closed = [
      { isMinor: "no" },
      { isMinor: "unclear" },
      { circumstance: null },
      { kinds: [] },
      ...["hired", "gang", "repeated", "newViolation", "fled", "otherUnfit"].map((bar, i) => ({
        [bar]: i % 2 ? "yes" : "unclear",
      })),
    ] as Parameters<typeof finding>[1][];
    for (const over of closed) {
      await findViolation(officer(), finding(police, over));
      expect((await page(police)).mayMediate, JSON.stringify(over)).toBe(false);
    }
    expect(await refusedWith(book(police))).toBe("needs.violationMediable");
    expect(await stepOf(police)).toBe("findViolation");
    const { findingId } = await findViolation(officer(), finding(police));
    expect(await lastEvent(police)).toMatchObject({
      action: "violation.find",
      payload: { findingId, kinds: ["assault"], hired: "no" },
    });
    expect((await page(police)).findings).toHaveLength(closed.length + 2);
    await book(police);
  });

  it("names a suspect and somebody else who was injured, and is the lead officer's", async () => {
    const police = await policeCase(county);
    const [one = "", other = ""] = police.parties;
    const both = (partyId: string) => [
      { partyId, part: "suspect" as const },
      { partyId, part: "injured" as const },
    ];
    expect(await refusedWith(findViolation(officer(), finding(police, { people: both(one) })))).toBe(
      "suspectAndInjuredNeeded",
    );
    await findViolation(officer(), finding(police, { people: [...both(one), ...both(other)] }));
    expect(await refusedWith(findViolation(county.as("head"), finding(police)))).toBe("forbidden");
    expect(await refusedWith(findViolation(county.as("mediator"), finding(police)))).toBe("notFound");
    const noKind = findViolation(officer(), finding(police, { isViolation: "no" }));
    expect(await refusedWith(noKind)).toBe("invalidValue");
    const unanswered = findViolationInput.safeParse({ ...finding(police), fled: undefined });
    expect(unanswered.success).toBe(false);
  });

  it("is shown to the police line alone", async () => {
    const police = await policeCase(county);
    await readyToMediate(county, police.disputeId);
    expect((await page(police, "officer2")).findings).toHaveLength(1);
    expect((await page(police, "head")).findings).toHaveLength(1);
    for (const who of ["mediator", "committee", "officer3", "judge"])
      expect(await refusedWith(page(police, who)), who).toMatch(/notFound|forbidden/);
  });
});

describe("police mediation", () => {
  it("asks both sides first, and a refusal sends it on to a penalty with suing told (程序规定 179、185)", async () => {
    const police = await policeCase(county);
    await findViolation(officer(), finding(police));
    expect(await stepOf(police)).toBe("giveNotice");
    expect(await refusedWith(book(police))).toBe("needs.everyPartyConsented");
    await giveNotice(officer(), { disputeId: police.disputeId, partyIds: [], means: "read" });
    const said = { partyId: police.parties[0], subject: "mediation", answer: "agreed" };
    await recordConsent(officer(), recordConsentInput.parse({ disputeId: police.disputeId, answers: [said] }));
    expect(await stepOf(police)).toBe("recordConsent");
    const refuse = (routesTold: string[]) =>
      recordRefusal(
        officer(),
        recordRefusalInput.parse({ disputeId: police.disputeId, partyId: police.parties[1], routesTold }),
      );
    expect(await refusedWith(refuse(["petition"]))).toBe("suingFirst");
    await refuse(["court"]);
    expect((await page(police)).ending).toMatchObject({ outcome: "publicSecurityToPenalty", failure: "unwilling" });
  });

  it("ends on to a penalty with its reason and day, or as no violation once that was found, never as withdrawn", async () => {
    const police = await policeCase(county);
    const end = (over: object) =>
      endProceeding(
        officer(),
        endProceedingInput.parse({ disputeId: police.disputeId, reason: "没有谈成", routesTold: ["court"], ...over }),
      );
    expect(await refusedWith(end({ outcome: "settledWithdrawn" }))).toBe("outcomeNotOnThisTrack");
    expect(await refusedWith(end({ outcome: "publicSecurityToPenalty" }))).toBe("failureNeeded");
    const penalty = { outcome: "publicSecurityToPenalty", failure: "notAgreed" };
    expect(await refusedWith(end({ ...penalty, routesTold: ["arbitration"] }))).toBe("suingFirst");
    expect(await refusedWith(end({ ...penalty, failure: "notPerformed" }))).toBe("failureNotSo");
    expect(await refusedWith(end({ ...penalty, failedOn: "2999-01-01" }))).toBe("dayOutOfOrder");
    expect(await refusedWith(end({ ...penalty, failedOn: "2026-01-05" }))).toBe("dayOutOfOrder");
    // Nobody failed to agree who never met, and no bar is told that was not found.
    for (const failure of ["notAgreed", "notMinor", "hired", "gang", "repeated", "newViolation", "fled", "otherUnfit"])
      expect(await refusedWith(end({ ...penalty, failure })), failure).toBe("failureUnfounded");
    expect(await refusedWith(end({ outcome: "notViolation" }))).toBe("findViolationFirst");
    await findViolation(officer(), finding(police, { isViolation: "no", kinds: [], people: [] }));
    await end({ outcome: "notViolation", routesTold: ["peoplesMediation"] });
    expect((await page(police)).ending).toEqual({ outcome: "notViolation", failure: null, failedOn: null });
    // It is nobody's case any more: people's mediation is open once the answer of the beginning is taken back.
    const { disputeId } = police;
    expect((await gateOf(officer(), { disputeId })).record).toEqual([]);
    const answers = { isViolation: "no" };
    const triage = {
      disputeId,
      answers,
      answersReason: "调查后不构成违反治安管理",
      track: "peoples",
      overrideReason: "",
    };
    await triageDispute(officer(), triageDisputeInput.parse({ ...triage, leadPersonId: county.people.mediator }));
  });

  it("tells a minor's guardian to attend before anything is signed, or notes why nobody had to be (程序规定 181)", async () => {
    const [first, second] = intake().parties;
    const minors = [{ ...first, name: "夏小雨", isMinor: true }, second] as ReturnType<typeof intake>["parties"];
    const police = await policeCase(county, { parties: minors });
    const [minor, adult] = police.parties;
    const link = { kind: "guardian", name: "夏国强", maySign: true };
    const { linkId } = await addPartyLink(
      officer(),
      addPartyLinkInput.parse({ disputeId: police.disputeId, partyId: minor, link }),
    );
    await readyToMediate(county, police.disputeId);
    expect(await stepOf(police)).toBe("tellGuardian");
    const summon = (over: object) =>
      summonGuardian(
        officer(),
        summonGuardianInput.parse({ disputeId: police.disputeId, partyId: minor, linkId: null, means: null, ...over }),
      );
    const excepted = { exceptionReason: "满十七，厂里工资条为证，本人同意不通知" };
    expect(await refusedWith(summon({ ...excepted, partyId: adult }))).toBe("guardianOfMinorNeeded");
    expect(await refusedWith(summon({ linkId: minor, means: "phone" }))).toBe("guardianOfMinorNeeded");
    expect(await refusedWith(summon({ ...excepted, toldAt: "2999-01-01T00:00:00Z" }))).toBe("dayInFuture");
    // The exception is for whoever lives on their own wages, as the party's record says, and for no other minor.
    expect(await refusedWith(summon(excepted))).toBe("ownWagesFirst");
    await summon({ linkId, means: "phone" });
    expect((await page(police)).parties[0]?.summons).toMatchObject({ guardian: "夏国强", means: "phone" });
    expect(await lastEvent(police)).toMatchObject({ action: "guardian.summon" });
    expect(await stepOf(police)).toBe("bookSession");
  });

  it("tells nobody for a worker of 17 who lives on their own wages, and asks anew once that was not so", async () => {
    const [first, second] = intake().parties;
    const bornOn = addDays(dayOf(new Date()), -17 * 366);
    const worker = { ...first, name: "夏小工", isMinor: true, bornOn, ownWagesReason: "厂里按月发工资，有工资条" };
    const police = await policeCase(county, { parties: [worker, second] as ReturnType<typeof intake>["parties"] });
    await readyToMediate(county, police.disputeId);
    expect(await stepOf(police)).toBe("tellGuardian");
    const [partyId] = police.parties;
    await summonGuardian(
      officer(),
      summonGuardianInput.parse({
        ...{ disputeId: police.disputeId, partyId, linkId: null, means: null },
        exceptionReason: "本人说不用通知家里",
      }),
    );
    expect((await page(police)).parties[0]).toMatchObject({
      needsGuardian: false,
      summons: { guardian: null, exceptionReason: "本人说不用通知家里" },
    });
    expect(await stepOf(police)).toBe("bookSession");
    await database().execute(sql`update parties set own_wages_reason = '' where id = ${partyId}::uuid`);
    expect((await page(police)).parties[0]).toMatchObject({ needsGuardian: true, summons: null });
  });

  it("drafts nothing before the finding and the consents, whoever writes the SQL", async () => {
    const police = await policeCase(county);
    await database().execute(sql`update proceedings set status = 'mediating' where id = ${police.proceedingId}::uuid`);
    const draft = () =>
      draftAgreement(
        officer(),
        draftAgreementInput.parse({
          ...{ disputeId: police.disputeId, agreementVersion: null, form: "written", facts: "推搡。" },
          clauses: [payClause(police, 100)],
        }),
      );
    expect(await refusedWith(draft())).toBe("needs.violationMediable");
    await findViolation(officer(), finding(police));
    expect(await refusedWith(draft())).toBe("needs.everyPartyConsented");
  });
});
