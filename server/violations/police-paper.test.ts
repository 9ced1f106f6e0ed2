import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { blanksOf, particularsOn } from "@/app/_violations/sheet-particulars";
import { database } from "@/db/client";
import { draftAgreement } from "../agreements/draft-agreement";
import { draftAgreementInput } from "../agreements/inputs";
import { agreementOfDispute } from "../agreements/reads/agreement";
import { sendToSign } from "../agreements/send-to-sign";
import { recordRefusalInput } from "../consents/inputs";
import { recordRefusal } from "../consents/record-refusal";
import { amendParty } from "../disputes/amend-party";
import { amendPartyInput } from "../disputes/inputs";
import { revealContact } from "../disputes/reveal-contact";
import { dossierOfDispute } from "../dossier/queries";
import { asActor } from "../kernel/transaction";
import { payClause } from "../testing/agreements";
import { guardiansOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { account, finding, lastEvent, type PoliceCase, policeCase, readyToMediate } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { describeCase } from "./describe-case";
import { findViolation } from "./find-violation";
import { describeCaseInput, summonGuardianInput } from "./inputs";
import { type PoliceContent, violationOfDispute } from "./reads/violation";
import { summonGuardian } from "./summon-guardian";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const officer = () => county.as("officer");
const page = (of: PoliceCase) => violationOfDispute(officer(), of);

describe("the paper of police mediation", () => {
  const drafts = (police: PoliceCase) =>
    draftAgreement(
      officer(),
      draftAgreementInput.parse({
        ...{ disputeId: police.disputeId, agreementVersion: null, form: "written", facts: "乙方愿意赔偿。" },
        clauses: [payClause(police, 30_000)],
      }),
    );
  const mediating = async (over: Parameters<typeof policeCase>[1] = {}) => {
    const police = await policeCase(county, over);
    await readyToMediate(county, police.disputeId);
    await database().execute(sql`update proceedings set status = 'mediating' where id = ${police.proceedingId}::uuid`);
    await drafts(police);
    return police;
  };
  const send = (police: PoliceCase) => sendToSign(officer(), { disputeId: police.disputeId });

  it("is not sent before everything 程序规定 184 asks for is written", async () => {
    const police = await policeCase(county);
    await readyToMediate(county, police.disputeId);
    await database().execute(sql`alter table case_accounts disable trigger case_accounts_append_only`);
    await database().execute(sql`delete from case_accounts where dispute_id = ${police.disputeId}::uuid`);
    await database().execute(sql`alter table case_accounts enable trigger case_accounts_append_only`);
    await database().execute(sql`update proceedings set status = 'mediating' where id = ${police.proceedingId}::uuid`);
    await drafts(police);
    expect(await refusedWith(send(police))).toBe("caseAccountFirst");
    const writes = (over: object) => describeCase(officer(), account(police, over));
    expect(await refusedWith(writes({ happenedAt: "2999-01-01T00:00:00Z" }))).toBe("dayInFuture");
    expect(await refusedWith(describeCase(county.as("head"), account(police)))).toBe("forbidden");
    // What the case is about happened before it was accepted.
    const after = account(police, { happenedAt: new Date(Date.now() + 86_400_000).toISOString() });
    const later = county.as("officer", { now: new Date(Date.now() + 2 * 86_400_000) });
    expect(await refusedWith(describeCase(later, after))).toBe("dayOutOfOrder");
    for (const field of ["organ", "place", "cause", "course", "circumstances", "result", "performanceWay"])
      expect(describeCaseInput.safeParse({ ...account(police), [field]: " " }).success, field).toBe(false);
    await writes({ others: "李红，居委会" });
    expect(await lastEvent(police)).toMatchObject({ action: "case.describe" });
    await send(police);
    const { paper } = await page(police);
    expect(paper).toMatchObject({
      station: "柳湾派出所",
      host: (await agreementOfDispute(officer(), police)).proceeding?.leadName,
      people: [
        { partyId: police.parties[1], part: "suspect" },
        { partyId: police.parties[0], part: "injured" },
      ],
      account: { organ: "泊头市公安局", cause: "楼上漏水", others: "李红，居委会" },
      onSpot: null,
    });
    expect(paper?.particulars?.map((one) => one.partyId)).toEqual(police.parties);
  });

  it("keeps its words when the account, the finding or the officer is another one afterwards", async () => {
    const police = await mediating();
    await send(police);
    const { paper } = await page(police);
    await findViolation(officer(), finding(police, { kinds: ["insult"], people: finding(police).people.reverse() }));
    await database().execute(sql`update people set name = '改名民警' where id = ${county.people.officer}::uuid`);
    expect((await page(police)).paper).toEqual(paper);
  });

  it("names what it still lacks before it is sent, and says what is known to whoever works on the case, numbers masked", async () => {
    const [injured, suspect] = intake().parties;
    const id = "11010519491231002X";
    const known = { sex: "female", bornOn: "1949-12-31", ethnicity: "回族", occupation: "教师" };
    const parties = [
      { ...injured, ...known, idNumber: id, address: "柳湾街 3 号", employer: "柳湾小学" },
      { ...suspect, bornYear: 1975, address: "" },
    ] as ReturnType<typeof intake>["parties"];
    const police = await mediating({ parties });
    const lacks = (await agreementOfDispute(officer(), police)).parties.map((party) => party.lacks);
    expect(lacks).toEqual([[], ["sex", "bornOn", "ethnicity", "occupation", "address", "idNumber"]]);
    await send(police);
    const sheet = async (who: string) => {
      const [{ paper, paperContacts: contacts }, { parties: named }] = await Promise.all([
        violationOfDispute(county.as(who), police),
        agreementOfDispute(county.as(who), police),
      ]);
      return named.map((party) => {
        const content: { particulars?: PoliceContent["particulars"] } = paper ?? {};
        return { ...particularsOn(party, { police: content, contacts }), blanks: blanksOf(party, content, contacts) };
      });
    };
    const nothing = { idNumber: "", address: "", creditCode: "", legalRepresentative: "" };
    expect(await sheet("officer")).toEqual([
      {
        ...nothing,
        ...{ sex: "female", born: "1949-12-31", ethnicity: "回族", work: "教师 柳湾小学", blanks: [] },
        ...{ idNumber: "1101**********002X", address: "柳湾街 3 号" },
      },
      {
        ...nothing,
        ...{ sex: null, born: "1975", ethnicity: "", work: "" },
        blanks: ["sex", "bornOn", "ethnicity", "occupation", "idNumber", "address"],
      },
    ]);
    // As it was then, whatever is corrected afterwards; the whole number too, and only to those who work on it.
    const before = await sheet("officer");
    const [row] = await database().execute<{ version: number }>(
      sql`select version from parties where id = ${police.parties[0]}::uuid`,
    );
    const corrected = { ...known, kind: "person", name: injured?.name, phone: injured?.phone, isMinor: false };
    await amendParty(
      officer(),
      amendPartyInput.parse({
        ...{ disputeId: police.disputeId, partyId: police.parties[0], partyVersion: row?.version, ...corrected },
        ...{ idNumber: "330621194912310036", address: "稽山路 9 号" },
      }),
    );
    expect(await sheet("officer")).toEqual(before);
    const { agreement } = await agreementOfDispute(officer(), police);
    const whole = { disputeId: police.disputeId, partyId: police.parties[0] ?? "", what: "idNumber" as const };
    const reveal = (over: object, who = "officer") =>
      revealContact(county.as(who), { ...whole, reason: "核对协议书", ...over });
    expect(await reveal({ agreementId: agreement?.id })).toEqual({ number: id });
    expect(await reveal({})).toEqual({ number: "330621194912310036" });
    // Whoever does not work on it reads neither number nor address, and nothing of a minor.
    expect(await sheet("head")).toMatchObject([
      { idNumber: "", address: "" },
      { idNumber: "", address: "" },
    ]);
  });

  it("tells what the police found to the police line alone, and where a minor works to those who read their name", async () => {
    const police = await mediating();
    await send(police);
    const content = async (who: string) =>
      asActor(county.as(who), (tx) =>
        tx.execute<{ police: object | null; content: object }>(
          sql`select police, content from app.readable_papers where dispute_id = ${police.disputeId}::uuid`,
        ),
      ).then((rows) => {
        for (const row of rows) expect(row.content).not.toHaveProperty("police");
        return rows.map((row) => row.police);
      });
    expect((await content("officer"))[0]).toHaveProperty("particulars");
    expect((await content("head"))[0]).toHaveProperty("account");
    expect((await content("head"))[0]).not.toHaveProperty("particulars");
    for (const who of ["mediator", "committee", "judge"])
      expect(
        (await content(who)).filter((one) => one !== null),
        who,
      ).toEqual([]);
  });
});

describe("the dossier of a police case", () => {
  const states = async (of: PoliceCase, who = "officer") => {
    const { lines } = await dossierOfDispute(county.as(who), { disputeId: of.disputeId });
    return Object.fromEntries(lines.map((line) => [line.paper, line.state]));
  };

  it("counts its papers from the record, the same for its officer and for the head", async () => {
    const [first, second] = intake().parties;
    const guardian = { kind: "guardian", name: "马大伟", maySign: true };
    const parties = [{ ...first, isMinor: true, links: [guardian] }, second] as ReturnType<typeof intake>["parties"];
    const police = await policeCase(county, { parties });
    expect(await states(police)).toMatchObject({ finding: "missing", notices: "missing", guardiansTold: "missing" });
    await readyToMediate(county, police.disputeId);
    const [speaker] = await guardiansOf(county, police, "officer");
    const told = { partyId: police.parties[0], linkId: speaker?.linkId, means: "phone" };
    await summonGuardian(officer(), summonGuardianInput.parse({ disputeId: police.disputeId, ...told }));
    const found = await states(police);
    expect(found).toMatchObject({
      ...{ finding: "present", notices: "present", consents: "present", guardiansTold: "present" },
      ...{ guardiansCame: "missing", caseAccount: "present", agreement: "missing", refusal: "notApplicable" },
    });
    expect(await states(police, "head")).toEqual(found);
    const refuses = { disputeId: police.disputeId, partyId: police.parties[1], routesTold: ["court"] };
    await recordRefusal(officer(), recordRefusalInput.parse(refuses));
    expect(await states(police)).toMatchObject({ consents: "notApplicable", refusal: "present", suingTold: "present" });
  });
});
