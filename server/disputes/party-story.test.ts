import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { agreementOfDispute } from "../agreements/reads/agreement";
import { withdrawAgreement } from "../agreements/withdraw-agreement";
import { inPlaceOf } from "../binding/choices";
import { giveNotice } from "../consents/give-notice";
import { giveNoticeInput } from "../consents/inputs";
import { addDays, dayOf } from "../kernel/shanghai";
import { performanceOfDispute } from "../performance/reads/ledger";
import { recordPerformance } from "../performance/record-performance";
import { waivePerformance } from "../performance/waive-performance";
import { type Agreed, agreedDispute, payClause, sealedAgreement, signedAgreement } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { addHeir } from "./add-heir";
import { addParty } from "./add-party";
import { amendParty } from "./amend-party";
import { answerHeir } from "./answer-heir";
import { endProceeding } from "./end-proceeding";
import {
  addHeirInput,
  addPartyInput,
  amendPartyInput,
  answerHeirInput,
  endProceedingInput,
  recordPartyExitInput,
  splitPartyInput,
  withdrawPartyExitInput,
} from "./inputs";
import { disputeById } from "./reads/dispute";
import { recordPartyExit } from "./record-party-exit";
import { splitParty } from "./split-party";
import { withdrawPartyExit } from "./withdraw-party-exit";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const today = dayOf(new Date());
const by = () => county.as("mediator");
const page = (disputeId: string) => disputeById(by(), { disputeId });
const exits = (disputeId: string, partyId = "", kind = "died", over: object = {}) =>
  recordPartyExit(
    by(),
    recordPartyExitInput.parse({ disputeId, partyId, kind, happenedOn: today, reason: "家属出示死亡证明", ...over }),
  );
const returns = (disputeId: string, partyId = "") =>
  withdrawPartyExit(by(), withdrawPartyExitInput.parse({ disputeId, partyId, reason: "同名同姓，弄错了人" }));
const heir = (disputeId: string, partyId = "", over: object = {}) =>
  addHeir(
    by(),
    addHeirInput.parse({ disputeId, partyId, name: "张小建", toldOn: today, reason: "儿子，户口本为证", ...over }),
  );
const answers = (disputeId: string, heirPartyId: string, answer: string) =>
  answerHeir(
    by(),
    answerHeirInput.parse({ disputeId, heirPartyId, answer, answeredOn: today, reason: "当面说的，写了字据" }),
  );
const three = (): ReturnType<typeof intake>["parties"] => {
  const [first, second] = intake().parties;
  return [first, second, { ...second, name: "张建军", phone: "" }] as ReturnType<typeof intake>["parties"];
};
const actions = async (disputeId: string) =>
  (
    await database().execute<{ action: string }>(
      sql`select action from events where chain = ${disputeId}::uuid order by seq`,
    )
  ).map((row) => row.action);
const pays = (agreed: Agreed, obligationId = "", amountFen = 100, byPartyId?: string) =>
  recordPerformance(by(), {
    disputeId: agreed.disputeId,
    obligationId,
    partyId: agreed.parties[1] ?? "",
    byPartyId,
    amountFen,
    performedOn: today,
    proof: "receipt",
    proofNote: "收条 009 号",
  });

describe("a party that died", () => {
  it("is asked and counted no more; an heir is told, asked, and pays in their place, and nobody is bound anew", async () => {
    const agreed = await agreedDispute(county);
    const { obligationIds } = await sealedAgreement(county, agreed, [payClause(agreed, 100)]);
    const dead = agreed.parties[1];
    expect(await refusedWith(heir(agreed.disputeId, dead))).toBe("heirOfTheDead");
    await exits(agreed.disputeId, dead);
    expect(await refusedWith(exits(agreed.disputeId, dead))).toBe("partyDeparted");
    expect(await refusedWith(heir(agreed.disputeId, dead, { toldOn: addDays(today, -1) }))).toBe("dayTooEarly");
    const { heirPartyId } = await heir(agreed.disputeId, dead);
    const before = (await page(agreed.disputeId)).parties;
    expect(before.find((one) => one.id === dead)).toMatchObject({ isDeparted: true, exit: { kind: "died" } });
    expect(before.find((one) => one.id === heirPartyId)).toMatchObject({
      side: 2,
      heirOf: { partyId: dead, toldOn: today, answer: null },
    });
    expect(await giveNotice(by(), giveNoticeInput.parse({ disputeId: agreed.disputeId, means: "phone" }))).toEqual({
      told: 1,
    });
    await answers(agreed.disputeId, heirPartyId, "stepsIn");
    expect(await refusedWith(answers(agreed.disputeId, heirPartyId, "renounces"))).toBe("alreadyDecided");
    expect(await pays(agreed, obligationIds[0], 100, heirPartyId)).toMatchObject({ isAllPerformed: true });
    const { agreement } = await agreementOfDispute(by(), agreed);
    expect(agreement?.supplements).toMatchObject([
      { partyId: dead, field: "departed", newValue: "died", since: today, reason: "家属出示死亡证明" },
      { partyId: heirPartyId, field: "joined", newValue: "张小建" },
    ]);
    expect(await actions(agreed.disputeId)).toEqual(
      expect.arrayContaining(["party.recordExit", "party.addHeir", "party.answerHeir"]),
    );
  });

  it("receives nothing any more; an heir who stepped in gives the receipt and the waiver, one who has not answered does not", async () => {
    const agreed = await agreedDispute(county);
    const { obligationIds } = await sealedAgreement(county, agreed, [payClause(agreed, 100)]);
    const { disputeId } = agreed;
    const [dead = "", debtor = ""] = agreed.parties;
    await exits(disputeId, dead);
    const { heirPartyId } = await heir(disputeId, dead);
    const [obligationId = ""] = obligationIds;
    const paid = (partyId?: string) =>
      recordPerformance(by(), {
        ...{ disputeId, obligationId, partyId: debtor, amountFen: 40, performedOn: today, proof: "receipt" as const },
        proofNote: "收条 010 号",
        ...(partyId ? { receivedBy: { partyId, linkId: null } } : {}),
      });
    const waives = (obligeePartyId: string, amountFen: number) =>
      waivePerformance(by(), {
        ...{ disputeId, obligationId, partyId: debtor, obligeePartyId, byLinkId: null, means: "sign", amountFen },
        ...{ waivedOn: today, proof: "mutualConfirmation", proofNote: "字据" },
      });
    expect(await refusedWith(paid())).toBe("departedSpeaksNot");
    expect(await refusedWith(paid(dead))).toBe("departedSpeaksNot");
    expect(await refusedWith(waives(dead, 10))).toBe("departedSpeaksNot");
    for (const partyId of [heirPartyId, debtor]) expect(await refusedWith(paid(partyId))).toBe("receiverNeeded");
    expect(await refusedWith(waives(heirPartyId, 10))).toBe("notTheObligee");
    await answers(disputeId, heirPartyId, "stepsIn");
    const ledger = await performanceOfDispute(by(), { disputeId });
    expect(inPlaceOf(ledger.parties, [dead]).map((party) => party.id)).toEqual([heirPartyId]);
    expect(await paid(heirPartyId)).toMatchObject({ isObligationPerformed: false });
    expect(await waives(heirPartyId, 60)).toMatchObject({ isAllPerformed: true });
  });

  it("whose heir renounces leaves an agreement that ends for want of an obligor, only with that record", async () => {
    const agreed = await agreedDispute(county);
    await sealedAgreement(county, agreed, [payClause(agreed, 100)]);
    const ends = (outcome: string) =>
      endProceeding(
        by(),
        endProceedingInput.parse({ disputeId: agreed.disputeId, outcome, reason: "没有遗产", routesTold: ["court"] }),
      );
    expect(await refusedWith(ends("obligorDead"))).toBe("exitUnrecorded");
    await exits(agreed.disputeId, agreed.parties[1]);
    expect(await refusedWith(ends("obligorGone"))).toBe("exitUnrecorded");
    const { heirPartyId } = await heir(agreed.disputeId, agreed.parties[1]);
    await answers(agreed.disputeId, heirPartyId, "renounces");
    expect((await page(agreed.disputeId)).parties.find((one) => one.id === heirPartyId)).toMatchObject({
      isDeparted: true,
      heirOf: { answer: "renounces" },
    });
    expect(await ends("obligorDead")).toMatchObject({ outcome: "obligorDead" });
  });
});

describe("leaving, coming, being one or two", () => {
  it("lets nobody leave who owes or is owed under an agreement, nor the last of a side", async () => {
    const agreed = await agreedDispute(county);
    expect(await refusedWith(exits(agreed.disputeId, agreed.parties[1], "left"))).toBe("twoSidesNeeded");
    const many = await agreedDispute(county, { parties: three() });
    await sealedAgreement(county, many, [payClause(many, 100)]);
    expect(await refusedWith(exits(many.disputeId, many.parties[1], "left"))).toBe("leavesOwing");
    await exits(many.disputeId, many.parties[2], "left");
    expect((await page(many.disputeId)).parties[2]).toMatchObject({ isDeparted: true, exit: { kind: "left" } });
    const diesOn = (happenedOn: string) => refusedWith(exits(many.disputeId, many.parties[1], "died", { happenedOn }));
    expect(await diesOn("2999-01-01")).toBe("dayInFuture");
    await database().execute(sql`update parties set born_on = '1980-05-01' where id = ${many.parties[1] ?? ""}::uuid`);
    expect(await diesOn("1980-04-30")).toBe("dayOutOfOrder");
  });

  it("merges two rows of one person, asks neither twice, and gives them back when that was wrong", async () => {
    const { disputeId } = await acceptedDispute(county, { title: "", parties: three() });
    const [one, two, again] = (await page(disputeId)).parties;
    const merges = (partyId = "", intoPartyId = "") => exits(disputeId, partyId, "merged", { intoPartyId });
    expect(await refusedWith(merges(two?.id, one?.id))).toBe("mergeOneSide");
    await merges(two?.id, again?.id);
    const merged = await page(disputeId);
    expect(merged.title).toBe("刘玉芬 / 张建军");
    expect(merged.proceeding?.detail.names).toEqual(["刘玉芬", "张建军"]);
    await returns(disputeId, two?.id);
    const back = await page(disputeId);
    expect(back.title).toBe("刘玉芬 / 张建国");
    expect(back.parties.map((party) => party.isDeparted)).toEqual([false, false, false]);
    expect(await refusedWith(returns(disputeId, two?.id))).toBe("notFound");
    expect(await actions(disputeId)).toEqual(expect.arrayContaining(["party.withdrawExit"]));
  });

  it("splits one row into two people, of whom the new one is told and asked; a row seen too long ago is refused", async () => {
    const { disputeId } = await acceptedDispute(county);
    const [one] = (await page(disputeId)).parties;
    const splits = (partyVersion = 0) =>
      splitParty(
        by(),
        splitPartyInput.parse({
          disputeId,
          partyId: one?.id,
          partyVersion,
          name: "刘玉芬",
          otherName: "刘玉芳",
          reason: "两姐妹一起来的，登记成一个人了",
        }),
      );
    expect(await refusedWith(splits(99))).toBe("changedMeanwhile");
    const { partyId } = await splits(one?.version);
    const after = await page(disputeId);
    expect(after.parties.find((party) => party.id === partyId)).toMatchObject({ side: 1, name: "刘玉芳" });
    expect(after.proceeding?.detail.names).toContain("刘玉芳");
    expect((await actions(disputeId)).at(-1)).toBe("party.split");
  });

  it("takes a newcomer beside an agreement in force by supplement, with a reason, and none while it is being signed", async () => {
    const agreed = await agreedDispute(county);
    const joins = (reason = "") =>
      addParty(
        by(),
        addPartyInput.parse({
          disputeId: agreed.disputeId,
          party: { side: 2, standing: "thirdParty", name: "担保人周平" },
          reason,
        }),
      );
    await signedAgreement(county, agreed, [payClause(agreed, 100)]);
    expect(await refusedWith(joins("愿意一起还"))).toBe("notInThisStep");
    await withdrawAgreement(by(), { disputeId: agreed.disputeId, reason: "要加一个人" });
    await sealedAgreement(county, agreed, [payClause(agreed, 100)]);
    expect(await refusedWith(joins())).toBe("reasonNeeded");
    const { partyId } = await joins("愿意一起还，写了承诺书");
    const { agreement, parties } = await agreementOfDispute(by(), agreed);
    expect(parties.map((party) => party.id)).not.toContain(partyId);
    expect(agreement?.supplements).toMatchObject([{ partyId, field: "joined", reason: "愿意一起还，写了承诺书" }]);
  });

  it("notes why and since when an organisation is called otherwise", async () => {
    const [first] = intake().parties;
    const firm = { ...first, side: 2, standing: "respondent", kind: "organisation", name: "江畔物业公司", phone: "" };
    const { disputeId } = await acceptedDispute(county, { parties: [first, firm] as never });
    const party = (await page(disputeId)).parties[1];
    const rename = (since: string) =>
      amendParty(
        by(),
        amendPartyInput.parse({
          disputeId,
          partyId: party?.id,
          partyVersion: party?.version,
          kind: "organisation",
          name: "新江畔物业公司",
          reason: "营业执照换发",
          since,
        }),
      );
    expect(await refusedWith(rename("2999-01-01"))).toBe("dayInFuture");
    await rename("2026-02-01");
    const [change] = await database().execute(
      sql`select field, old_value, new_value, reason, since::text from party_changes where dispute_id = ${disputeId}::uuid`,
    );
    expect(change).toEqual({
      field: "name",
      old_value: "江畔物业公司",
      new_value: "新江畔物业公司",
      reason: "营业执照换发",
      since: "2026-02-01",
    });
  });
});
