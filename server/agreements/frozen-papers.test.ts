import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { addHeir } from "../disputes/add-heir";
import { addPartyLink } from "../disputes/add-party-link";
import { amendParty } from "../disputes/amend-party";
import { addHeirInput, addPartyLinkInput, amendPartyInput, recordPartyExitInput } from "../disputes/inputs";
import { recordPartyExit } from "../disputes/record-party-exit";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { recordPerformanceInput } from "../performance/inputs";
import { performanceOfDispute } from "../performance/reads/ledger";
import { recordPerformance } from "../performance/record-performance";
import {
  type Agreed,
  agreedDispute,
  drafted,
  mediatorSigns,
  partySigns,
  payClause,
  sealedAgreement,
  signedAgreement,
  strangerAppears,
} from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { signAgreementInput } from "./inputs";
import { agreementOfDispute } from "./reads/agreement";
import { sealAgreement } from "./seal-agreement";
import { sendToSign } from "./send-to-sign";
import { signAgreement } from "./sign-agreement";
import { takeEffect } from "./take-effect";
import { withdrawAgreement } from "./withdraw-agreement";

type Parties = ReturnType<typeof intake>["parties"];

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const page = (agreed: Agreed, who = "mediator") => agreementOfDispute(county.as(who), agreed);
const send = ({ disputeId }: Agreed) => sendToSign(county.as("mediator"), { disputeId });
const rename = async ({ disputeId, parties }: Agreed, name: string, over: object = {}) => {
  const [row] = await database().execute<{ version: number }>(
    sql`select version from parties where id = ${parties[0]}::uuid`,
  );
  const input = { disputeId, partyId: parties[0], partyVersion: row?.version, kind: "person", name, ...over };
  return amendParty(county.as("mediator"), amendPartyInput.parse(input));
};
const renameCommittee = (name: string) =>
  database().execute(
    sql`update committees set name = ${name} where county_id = ${county.countyId}::uuid and id = ${county.as("mediator").actor.committeeId}::uuid`,
  );
const named = async (agreed: Agreed, who?: string) => (await page(agreed, who)).parties.map((party) => party.name);

describe("a paper sent to be signed", () => {
  it("keeps its words when a party and the committee are renamed; both stand beside it with who and when", async () => {
    const agreed = await agreedDispute(county);
    await drafted(county, agreed, [payClause(agreed, 100)]);
    await send(agreed);
    await partySigns(county, agreed, agreed.parties[1] ?? "");
    const before = await page(agreed);
    expect(before.agreement).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), supplements: [] });
    await rename(agreed, "刘玉芬芳");
    const { committeeName } = before;
    await renameCommittee("改了名的调委会");
    try {
      const after = await page(agreed);
      expect(after.parties).toEqual(before.parties);
      expect([after.committeeName, after.agreement?.hash]).toEqual([committeeName, before.agreement?.hash]);
      expect(after.agreement?.supplements).toMatchObject([
        { partyId: agreed.parties[0], field: "name", oldValue: "刘玉芬", newValue: "刘玉芬芳", changedByName: "沈静" },
        { partyId: null, field: "name", oldValue: committeeName, newValue: "改了名的调委会" },
      ]);
    } finally {
      await renameCommittee(committeeName);
    }
    await withdrawAgreement(county.as("mediator"), { disputeId: agreed.disputeId, reason: "姓名写错了" });
    expect(await named(agreed)).toEqual(["刘玉芬芳", "张建国"]);
    await send(agreed);
    expect(await named(agreed)).toEqual(["刘玉芬芳", "张建国"]);
    expect((await page(agreed)).agreement?.supplements).toEqual([]);
  });

  it("bears the names under which the mediator signed and the committee's head sealed, whatever they are called later", async () => {
    const agreed = await agreedDispute(county);
    await sealedAgreement(county, agreed, [payClause(agreed, 100)]);
    const signedBy = async () => {
      const { agreement } = await page(agreed);
      return [
        agreement?.signatures.find((one) => one.signerKind === "mediator")?.personName,
        agreement?.seal?.sealedByName,
      ];
    };
    const before = await signedBy();
    expect(before).toEqual(["沈静", "方慧"]);
    const rename = (name: SQL) =>
      database().execute(
        sql`update people set name = ${name} where county_id = ${county.countyId}::uuid
          and id in (${county.people.mediator}::uuid, ${county.people.committee}::uuid)`,
      );
    await rename(sql`name || '改'`);
    try {
      expect(await signedBy()).toEqual(before);
    } finally {
      await rename(sql`rtrim(name, '改')`);
    }
  });

  it("that a minor signed, as turns out before the seal, binds nobody: it is taken back and signed by their guardian", async () => {
    const agreed = await agreedDispute(county);
    await signedAgreement(county, agreed, [payClause(agreed, 100)]);
    const [{ name = "" } = {}] = (await page(agreed)).parties;
    await rename(agreed, name, { isMinor: true });
    expect(await refusedWith(sealAgreement(county.as("committee"), agreed))).toBe("signedByOthers");
    const link = { kind: "guardian" as const, name: "刘守义", maySign: true, phone: "", note: "" };
    const { linkId } = await addPartyLink(
      county.as("mediator"),
      addPartyLinkInput.parse({ disputeId: agreed.disputeId, partyId: agreed.parties[0], link }),
    );
    await withdrawAgreement(county.as("mediator"), { disputeId: agreed.disputeId, reason: "未成年人自己签的名" });
    await send(agreed);
    const signer = { kind: "party", partyId: agreed.parties[0], byLinkId: linkId };
    const byGuardian = signAgreementInput.parse({ disputeId: agreed.disputeId, signer, means: "sign" });
    await signAgreement(county.as("mediator"), byGuardian);
    await partySigns(county, agreed, agreed.parties[1] ?? "");
    await mediatorSigns(county, agreed);
    await sealAgreement(county.as("committee"), { disputeId: agreed.disputeId });
    expect((await page(agreed)).agreement?.status).toBe("effective");
  });

  it("that a minor signed, as turns out after the seal, says beside itself whose guardian has to approve (民法典 19)", async () => {
    const agreed = await agreedDispute(county);
    await sealedAgreement(county, agreed, [payClause(agreed, 100)]);
    const [partyId = ""] = agreed.parties;
    const doubted = async () => (await page(agreed)).agreement?.unboundPartyIds;
    const [{ name = "" } = {}] = (await page(agreed)).parties;
    expect(await doubted()).toEqual([]);
    // Eighteen a year before signing, then sixteen, and at last sixteen on their own wages.
    const bornOn = (years: number) => `${Number(dayOf(new Date()).slice(0, 4)) - years}-01-01`;
    const now = [{ bornOn: bornOn(19) }, { bornOn: bornOn(16), isMinor: true }] as const;
    await rename(agreed, name, { ...now[0], reason: "户口本" });
    expect(await doubted()).toEqual([]);
    await rename(agreed, name, { ...now[1], reason: "出生证明" });
    expect(await doubted()).toEqual([partyId]);
    expect((await page(agreed)).agreement).toMatchObject({ status: "effective" });
    await rename(agreed, name, { ...now[1], ownWagesReason: "在砖厂做工养活自己", reason: "用工证明" });
    expect(await doubted()).toEqual([]);
  });

  it("whose signer died before the seal is sealed as they signed it, and an heir steps in before the first instalment", async () => {
    const agreed = await agreedDispute(county);
    await signedAgreement(county, agreed, [payClause(agreed, 60_000), payClause(agreed, 40_000)]);
    const { disputeId } = agreed;
    const [, partyId = ""] = agreed.parties;
    const died = { disputeId, partyId, kind: "died", happenedOn: dayOf(new Date()), reason: "家属出示死亡证明" };
    await recordPartyExit(county.as("mediator"), recordPartyExitInput.parse(died));
    const heir = { disputeId, partyId, name: "张小建", toldOn: dayOf(new Date()), reason: "儿子，户口本为证" };
    const steps = () => addHeir(county.as("mediator"), addHeirInput.parse(heir));
    expect(await refusedWith(steps())).toBe("notInThisStep");
    await sealAgreement(county.as("committee"), { disputeId });
    expect(await named(agreed)).toContain("张建国");
    const { heirPartyId } = await steps();
    const { obligations } = await performanceOfDispute(county.as("mediator"), { disputeId });
    await recordPerformance(
      county.as("mediator"),
      recordPerformanceInput.parse({
        ...{ disputeId, obligationId: obligations[0]?.id, partyId, byPartyId: heirPartyId, amountFen: 60_000 },
        ...{ performedOn: dayOf(new Date()), proof: "receipt", proofNote: "收条 001 号" },
      }),
    );
    const after = await performanceOfDispute(county.as("mediator"), { disputeId });
    expect(after.obligations.map(({ openFen }) => openFen)).toEqual([0, 40_000]);
  });

  it("shows a minor's family name alone to the station, of now and of then", async () => {
    const [first, second] = intake().parties;
    const guardian = { kind: "guardian" as const, name: "夏国强", maySign: true, phone: "", note: "" };
    const agreed = await agreedDispute(county, {
      title: "球场纠纷",
      parties: [
        { ...first, name: "夏小雨", isMinor: true, links: [guardian] },
        { ...second, lacksCapacity: true, links: [{ ...guardian, name: "张守义" }] },
      ] as Parties,
    });
    await drafted(county, agreed, [payClause(agreed, 100)]);
    await send(agreed);
    await rename(agreed, "夏晓雨");
    expect(await named(agreed)).toEqual(["夏小雨", "张建国"]);
    const seen = await page(agreed, "head");
    expect(seen.parties[0]).toMatchObject({ name: "夏某", links: [{ name: "夏某" }] });
    expect(JSON.stringify(seen)).not.toMatch(/小雨|晓雨|国强|守义/);
    for (const who of ["grid", "mediator3", "county"])
      expect(
        await asActor(county.as(who), (tx) =>
          tx.execute(sql`select 1 from app.readable_papers where dispute_id = ${agreed.disputeId}::uuid
            union all select 1 from app.readable_party_changes where dispute_id = ${agreed.disputeId}::uuid`),
        ),
        who,
      ).toEqual([]);
  });
});

describe("before it is sent", () => {
  it("names no party that died meanwhile: the clause is changed first", async () => {
    const [first, second] = intake().parties;
    const three = [first, second, { ...second, name: "张建军", phone: "" }] as Parties;
    const agreed = await agreedDispute(county, { parties: three });
    const [liu = "", living = "", dead = ""] = agreed.parties;
    const clause = payClause(agreed, 100, { obligorPartyIds: [dead], obligeePartyIds: [liu] });
    await drafted(county, agreed, [clause]);
    const exit = { disputeId: agreed.disputeId, partyId: dead, kind: "died", reason: "家属出示死亡证明" };
    const happenedOn = dayOf(new Date());
    await recordPartyExit(county.as("mediator"), recordPartyExitInput.parse({ ...exit, happenedOn }));
    expect(await refusedWith(send(agreed))).toBe("clauseNamesDeparted");
    await drafted(county, agreed, [{ ...clause, obligorPartyIds: [living] }]);
    await send(agreed);
  });

  it("follows a corrected name, and so does a title that was made of names", async () => {
    const agreed = await agreedDispute(county, { title: "" });
    await drafted(county, agreed, [payClause(agreed, 100)]);
    await rename(agreed, "柳玉芬");
    const { title, parties } = await page(agreed);
    expect([title, parties[0]?.name]).toEqual(["柳玉芬 / 张建国", "柳玉芬"]);
    const written = await agreedDispute(county, { title: "楼上漏水" });
    await rename(written, "柳玉芬");
    expect((await page(written)).title).toBe("楼上漏水");
  });

  it("binds nobody whom nobody knows and no minor without a guardian who may sign, in writing or by word of mouth", async () => {
    const [first, second] = intake().parties;
    const unknown = await agreedDispute(county);
    await drafted(county, unknown, [payClause(unknown, 100)]);
    await strangerAppears(unknown);
    expect(await refusedWith(send(unknown))).toBe("needs.partiesBindable");
    const child = await agreedDispute(county, {
      title: "球场纠纷",
      parties: [
        { ...first, isMinor: true, links: [{ kind: "guardian", name: "刘父", maySign: false, phone: "", note: "" }] },
        second,
      ] as Parties,
    });
    await drafted(county, child, [payClause(child, 100)], "oral");
    expect(await refusedWith(takeEffect(county.as("mediator"), { disputeId: child.disputeId }))).toBe(
      "needs.partiesBindable",
    );
  });
});
