import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { signAgreementInput } from "../agreements/inputs";
import { agreementOfDispute } from "../agreements/reads/agreement";
import { sendToSign } from "../agreements/send-to-sign";
import { signAgreement } from "../agreements/sign-agreement";
import { takeEffect } from "../agreements/take-effect";
import { giveNotice } from "../consents/give-notice";
import { giveNoticeInput, recordConsentInput, recordRefusalInput } from "../consents/inputs";
import { consentsOfDispute } from "../consents/queries";
import { recordConsent } from "../consents/record-consent";
import { recordRefusal } from "../consents/record-refusal";
import { tickAttendanceInput } from "../desk/inputs";
import { tickAttendance } from "../desk/tick-attendance";
import { addPartyLink } from "../disputes/add-party-link";
import { amendParty } from "../disputes/amend-party";
import { addPartyLinkInput, amendPartyInput, triageDisputeInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { addDays, dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { recordPerformance } from "../performance/record-performance";
import { recordSessionInput } from "../sessions/inputs";
import { recordSession } from "../sessions/record-session";
import { type Agreed, agreedDispute, drafted, everyYes, partySigns, payClause } from "../testing/agreements";
import { consented, guardiansOf, partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { runningSession, sessionUnderWay } from "../testing/desk";
import { acceptedDispute, harmless, intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { booked, sessionsOf } from "../testing/sessions";

type Parties = ReturnType<typeof intake>["parties"];
let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const as = (who = "mediator") => county.as(who);
const page = (disputeId: string) => disputeById(as(), { disputeId });
const stepOf = async (disputeId: string) => (await page(disputeId)).proceeding?.nextStep;
const guardian = { kind: "guardian" as const, name: "夏守义", maySign: true, phone: "", note: "" };
const [first, second] = intake().parties as [Parties[number], Parties[number]];
/** 甲 is a child with a guardian. */
const withChild = {
  title: "球场纠纷",
  parties: [{ ...first, name: "夏小雨", isMinor: true, links: [guardian] }, second],
};
const notice = (disputeId: string, over: object = {}) =>
  giveNotice(as(), giveNoticeInput.parse({ disputeId, means: "read", ...over }));
const says = (disputeId: string, answer: object) =>
  recordConsent(as(), recordConsentInput.parse({ disputeId, answers: [{ answer: "agreed", ...answer }] }));
const amend = async (disputeId: string, partyId: string, over: object) => {
  const party = (await page(disputeId)).parties.find((one) => one.id === partyId);
  const { kind, name, version: partyVersion } = party ?? { kind: "person", name: "", version: 0 };
  return amendParty(as(), amendPartyInput.parse({ disputeId, partyId, partyVersion, kind, name, ...over }));
};

describe("a child", () => {
  it("is told, agrees and refuses through the guardian, who stands in the record of each", async () => {
    const { disputeId } = await acceptedDispute(county, withChild);
    const [child, adult] = (await partiesOf(county, { disputeId })).map((party) => party.id);
    const [spoken] = await guardiansOf(county, { disputeId });
    const spokenByLinkId = spoken?.linkId ?? "";
    expect(await refusedWith(notice(disputeId))).toBe("guardianNeeded");
    await notice(disputeId, { speakers: [spoken] });
    const mediation = { partyId: child, subject: "mediation" };
    expect(await refusedWith(says(disputeId, mediation))).toBe("guardianNeeded");
    expect(await refusedWith(says(disputeId, { ...mediation, subject: "extension" }))).toBe("guardianNeeded");
    expect(await refusedWith(says(disputeId, { partyId: adult, subject: "mediation", spokenByLinkId }))).toBe(
      "unknownReference",
    );
    await says(disputeId, { ...mediation, spokenByLinkId });
    const { parties } = await consentsOfDispute(as(), { disputeId });
    expect(parties[0]).toMatchObject({ notice: { toName: "夏守义" }, mediation: { byName: "夏守义" } });
    const refuses = (over: object) =>
      recordRefusal(as(), recordRefusalInput.parse({ disputeId, partyId: child, routesTold: ["court"], ...over }));
    expect(await refusedWith(refuses({}))).toBe("guardianNeeded");
    await refuses({ spokenByLinkId });
  });

  it("is present with the guardian alone, at the talk as in the record", async () => {
    const talk = await runningSession(county, {});
    const [party] = await partiesOf(county, talk);
    await amend(talk.disputeId, party?.id ?? "", { isMinor: true });
    const { linkId } = await addPartyLink(
      as(),
      addPartyLinkInput.parse({ disputeId: talk.disputeId, partyId: party?.id, link: guardian }),
    );
    const [row] = await database().execute<{ id: string }>(
      sql`select id from session_people where session_id = ${talk.sessionId}::uuid and party_id = ${party?.id}::uuid`,
    );
    const at = { disputeId: talk.disputeId, sessionId: talk.sessionId };
    const tick = (over: object) =>
      tickAttendance(
        county.as("mediator", { now: talk.now }),
        tickAttendanceInput.parse({ ...at, rowId: row?.id, attendance: "present", ...over }),
      );
    expect(await refusedWith(tick({}))).toBe("guardianNeeded");
    await tick({ spokenByLinkId: linkId });
    const record = (over: object) =>
      recordSession(county.as("mediator", { now: talk.now }), {
        ...at,
        sessionVersion: 1,
        result: "adjourned",
        text: "没谈成。",
        ...over,
      });
    expect(await refusedWith(record({ speakers: [{ partyId: party?.id ?? "", linkId: null }] }))).toBe(
      "guardianNeeded",
    );
    await record({});
    const [session] = (await sessionsOf(county, talk)).sessions;
    expect(session?.people.find((one) => one.partyId === party?.id)).toMatchObject({
      attendance: "present",
      spokenByLinkId: linkId,
    });
  });

  it("who is found out to be one is told and asked anew, through the guardian, before anything goes on", async () => {
    const { disputeId } = await acceptedDispute(county);
    await consented(county, { disputeId });
    const [child] = await partiesOf(county, { disputeId });
    await amend(disputeId, child?.id ?? "", { isMinor: true });
    expect(await stepOf(disputeId)).toBe("giveNotice");
    expect(await refusedWith(booked(county, { disputeId }))).toBe("needs.everyPartyConsented");
    await addPartyLink(as(), addPartyLinkInput.parse({ disputeId, partyId: child?.id, link: guardian }));
    await consented(county, { disputeId });
    await booked(county, { disputeId });
    const kept = await asActor(as(), (tx) =>
      tx.execute(
        sql`select field, old_value, new_value from app.readable_party_changes where party_id = ${child?.id}::uuid`,
      ),
    );
    expect(kept).toMatchObject([{ field: "isMinor", old_value: "false", new_value: "true" }]);
  });

  it("cannot be bound by word of mouth without the guardian's own yes; nor can anybody who has not said it", async () => {
    const agreed = await agreedDispute(county, withChild);
    await drafted(county, agreed, [payClause(agreed, 100)], "oral");
    expect(await refusedWith(takeEffect(as(), everyYes(agreed)))).toBe("guardianNeeded");
    expect(await refusedWith(takeEffect(as(), { disputeId: agreed.disputeId }))).toBe("yesMissing");
    const [spoken] = await guardiansOf(county, agreed);
    const saidYes = everyYes(agreed).saidYes.map((one) => (one.partyId === spoken?.partyId ? spoken : one));
    await takeEffect(as(), { disputeId: agreed.disputeId, saidYes });
    const { saidYes: said } = await agreementOfDispute(as(), agreed);
    expect(said.map((one) => one.byLinkName).sort()).toEqual(["夏守义", null].sort());
  });

  it("gives no receipt: the guardian confirms what was received", async () => {
    const agreed = await agreedDispute(county, withChild);
    await drafted(county, agreed, [payClause(agreed, 100)], "oral");
    const [spoken] = await guardiansOf(county, agreed);
    const saidYes = everyYes(agreed).saidYes.map((one) => (one.partyId === spoken?.partyId ? spoken : one));
    await takeEffect(as(), { disputeId: agreed.disputeId, saidYes });
    const [owed] = await database().execute<{ id: string }>(
      sql`select id from obligations where dispute_id = ${agreed.disputeId}::uuid`,
    );
    const pays = (over: object) =>
      recordPerformance(as(), {
        disputeId: agreed.disputeId,
        obligationId: owed?.id ?? "",
        partyId: agreed.parties[1] ?? "",
        amountFen: 50,
        performedOn: dayOf(new Date()),
        proof: "receipt",
        proofNote: "收条",
        ...over,
      });
    expect(await refusedWith(pays({}))).toBe("guardianNeeded");
    expect(await refusedWith(pays({ receivedBy: { partyId: agreed.parties[1], linkId: null } }))).toBe(
      "receiverNeeded",
    );
    await pays({ receivedBy: spoken });
    await pays({ proof: "transfer" });
  });
});

describe("a worker of 16 or more", () => {
  const years = (age: number) => addDays(dayOf(new Date()), -Math.round(age * 365.25));
  const works = "在餐馆打工，靠工资生活";

  it("acts themself with the reason recorded, and a younger one or one without a birthday does not", async () => {
    const agreed: Agreed = await agreedDispute(county, withChild);
    const [worker = ""] = agreed.parties;
    await drafted(county, agreed, [payClause(agreed, 100)]);
    await sendToSign(as(), { disputeId: agreed.disputeId });
    expect(await refusedWith(partySigns(county, agreed, worker))).toBe("guardianNeeded");
    const own = (over: object) => amend(agreed.disputeId, worker, { ownWagesReason: works, ...over });
    expect(await refusedWith(own({}))).toBe("ownWagesWhole");
    expect(await refusedWith(own({ bornOn: years(15.5) }))).toBe("tooYoungToActAlone");
    expect(await refusedWith(own({ bornOn: years(19) }))).toBe("ageSaysAdult");
    expect(await refusedWith(amend(agreed.disputeId, worker, { isMinor: false, bornOn: years(17) }))).toBe(
      "ageSaysMinor",
    );
    expect(await refusedWith(own({ bornOn: years(17), idNumber: "11010519491231002X" }))).toBe("birthdayDiffers");
    const [guardian] = await guardiansOf(county, agreed);
    await own({ bornOn: years(17) });
    const signer = { kind: "party", partyId: worker, byLinkId: guardian?.linkId };
    const byGuardian = signAgreementInput.parse({ disputeId: agreed.disputeId, signer, means: "sign" });
    expect(await refusedWith(signAgreement(as(), byGuardian))).toBe("noGuardianHere");
    await partySigns(county, agreed, worker);
    const { agreement } = await agreementOfDispute(as(), agreed);
    // Both were entered by one act, at one instant.
    expect(Object.fromEntries(agreement?.supplements.map((one) => [one.field, one.newValue]) ?? [])).toEqual({
      born: years(17),
      ownWages: works,
    });
    expect(agreement?.signatures).toMatchObject([{ partyId: worker, byLinkName: null }]);
  });
});

describe("somebody nobody knows", () => {
  const unknown = { ...second, kind: "unidentified" as const, name: "狗的主人" };

  it("is not told and not asked; the others are, then there is the step to find them, and once named they are told", async () => {
    const { disputeId } = await acceptedDispute(county, { parties: [first, unknown] });
    const [known, stranger] = (await partiesOf(county, { disputeId })).map((party) => party.id);
    expect(await refusedWith(notice(disputeId, { partyIds: [stranger] }))).toBe("partyUnidentified");
    await notice(disputeId);
    expect(await stepOf(disputeId)).toBe("recordConsent");
    expect(await refusedWith(says(disputeId, { partyId: stranger, subject: "mediation" }))).toBe("partyUnidentified");
    await says(disputeId, { partyId: known, subject: "mediation" });
    const { proceeding } = await page(disputeId);
    expect(proceeding).toMatchObject({ nextStep: "identifyParty", detail: { names: ["狗的主人"] } });
    expect(proceeding?.nextOwner).not.toBeNull();
    expect(Date.parse(proceeding?.nextDueAt ?? "")).toBeGreaterThan(Date.now());
    expect(await refusedWith(booked(county, { disputeId }))).toBe("needs.everyPartyConsented");
    await amend(disputeId, stranger ?? "", { kind: "person", name: "汤永福" });
    expect(await page(disputeId)).toMatchObject({
      proceeding: { nextStep: "giveNotice", detail: { names: ["汤永福"] } },
    });
    await consented(county, { disputeId });
    expect(await refusedWith(amend(disputeId, stranger ?? "", { kind: "unidentified" }))).toBe("knownStaysKnown");
  });
});

describe("the question about minors", () => {
  const triaged = (disputeId: string, hasMinor: "yes") =>
    triageDispute(as(), triageDisputeInput.parse({ disputeId, answers: { ...harmless, hasMinor }, track: "peoples" }));

  it("has an effect: nobody is told before it is marked who it is", async () => {
    const { disputeId } = await registerDispute(as(), intake());
    await triaged(disputeId, "yes");
    expect(await stepOf(disputeId)).toBe("identifyParty");
    expect(await refusedWith(notice(disputeId))).toBe("needs.minorMarked");
    const [child] = await partiesOf(county, { disputeId });
    await amend(disputeId, child?.id ?? "", { isMinor: true });
    expect(await stepOf(disputeId)).toBe("giveNotice");
  });
});

it("whoever signed facts at the talk was there", async () => {
  const { disputeId } = await acceptedDispute(county);
  await consented(county, { disputeId });
  const talk = await sessionUnderWay(county, { disputeId });
  const [party] = await partiesOf(county, talk);
  await database().execute(sql`
    with stated as (insert into fact_statements (county_id, id, dispute_id, session_id, ordinal, lines, written_by, written_at)
      values (${county.countyId}::uuid, gen_random_uuid(), ${disputeId}::uuid, ${talk.sessionId}::uuid, 1, '{拆了一段墙}', ${county.people.mediator}::uuid, now())
      returning county_id, id, dispute_id)
    insert into fact_signatures (county_id, statement_id, dispute_id, party_id, means, recorded_by, signed_at)
    select county_id, id, dispute_id, ${party?.id}::uuid, 'sign', ${county.people.mediator}::uuid, now() from stated`);
  const record = {
    disputeId,
    sessionId: talk.sessionId,
    sessionVersion: 1,
    presentIds: [],
    result: "failed",
    text: "没谈成。",
  };
  expect(
    await refusedWith(recordSession(county.as("mediator", { now: talk.now }), recordSessionInput.parse(record))),
  ).toBe("signedSoPresent");
});
