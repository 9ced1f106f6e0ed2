import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { addParty } from "../disputes/add-party";
import { addPartyInput } from "../disputes/inputs";
import { addDays, dayOf } from "../kernel/shanghai";
import { performanceOfDispute } from "../performance/reads/ledger";
import { urgePerformance } from "../performance/urge-performance";
import {
  type Agreed,
  actClause,
  agreedDispute,
  drafted,
  everyYes,
  mediatorSigns,
  partySigns,
  payClause,
  sealedAgreement,
} from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { ledgerActs } from "../testing/ledger";
import { refusedWith } from "../testing/refused";
import { agreementOfDispute } from "./reads/agreement";
import { renegotiateAgreement } from "./renegotiate-agreement";
import { sealAgreement } from "./seal-agreement";
import { sendToSign } from "./send-to-sign";
import { takeEffect } from "./take-effect";
import { withdrawAgreement } from "./withdraw-agreement";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const { today, pays, waives, corrects, breaches, statusOf } = ledgerActs(() => county);

const page = (agreed: Agreed, agreementId?: string) =>
  agreementOfDispute(county.as("mediator"), { disputeId: agreed.disputeId, agreementId });
const ledger = (agreed: Agreed) => performanceOfDispute(county.as("mediator"), agreed);
const renegotiates = ({ disputeId }: Agreed, reason = "乙方失业，双方重新商定分期") =>
  renegotiateAgreement(county.as("mediator"), { disputeId, reason });
const send = ({ disputeId }: Agreed) => sendToSign(county.as("mediator"), { disputeId });
const seal = ({ disputeId }: Agreed, over = {}) => sealAgreement(county.as("committee"), { disputeId, ...over });
const everybodySigns = async (agreed: Agreed) => {
  for (const partyId of agreed.parties) await partySigns(county, agreed, partyId);
  await mediatorSigns(county, agreed);
};
/** The version that the page shows, as the draft verb counts it. */
const redraft = async (agreed: Agreed, clauses: Parameters<typeof drafted>[2], form: "written" | "oral" = "written") =>
  drafted(county, agreed, clauses, form, (await page(agreed)).agreement?.version ?? null);
const sums = async (agreed: Agreed) =>
  (await ledger(agreed)).obligations.map((one) => [one.isEarlier, one.amountFen, one.paidFen, one.openFen]);

describe("an agreement that is renegotiated while it is performed", () => {
  it("goes on until the new version takes effect, which then says what was still open; every fen stays where it was paid", async () => {
    const agreed = await agreedDispute(county);
    const how = { way: "银行转账", place: "柳河信用社" };
    const when = { condition: "收到发票后", consequence: "逾期的，一次付清" };
    const first = await sealedAgreement(county, agreed, [
      payClause(agreed, 200_000),
      payClause(agreed, 300_033, { ...how, ...when }),
      actClause(agreed.parties, how),
    ]);
    await pays(agreed, first.obligationIds[0], 200_000);
    await pays(agreed, first.obligationIds[1], 100_000);
    const before = await page(agreed);
    const { agreementId } = await renegotiates(agreed);
    expect(await refusedWith(renegotiates(agreed))).toBe("needs.nothingDrafted");
    const draft = await page(agreed);
    expect(draft.agreement).toMatchObject({
      id: agreementId,
      status: "draft",
      renegotiatedReason: "乙方失业，双方重新商定分期",
    });
    expect(draft.agreement?.clauses.map((one) => [one.kind, one.amountFen, one.obligorPartyIds.length])).toEqual([
      ["pay", 200_033, 1],
      ["act", null, 2],
    ]);
    // What the parties said of how they perform goes on with what is still open.
    expect(draft.agreement?.clauses).toMatchObject([{ ...how, ...when }, how]);
    expect(draft.proceeding?.status).toBe("performing");
    expect(draft.agreement?.replaces?.clauses).toMatchObject([
      { ordinal: 1, paidFen: 200_000, isPerformed: true },
      { ordinal: 2, paidFen: 100_000, isPerformed: false },
      { ordinal: 3 },
    ]);
    await redraft(agreed, [
      payClause(agreed, 100_000),
      payClause(agreed, 80_000),
      actClause([agreed.parties[0] ?? ""]),
    ]);
    const { number } = await send(agreed);
    expect(number).not.toBe(first.number);
    const late = addPartyInput.parse({
      disputeId: agreed.disputeId,
      party: { ...intake().parties[0], name: "后来的人" },
    });
    expect(await refusedWith(addParty(county.as("mediator"), late))).toBe("needs.nothingOutForSigning");
    await pays(agreed, first.obligationIds[1], 5);
    await everybodySigns(agreed);
    expect(await refusedWith(seal(agreed))).toBe("ledgerMoved");
    await withdrawAgreement(county.as("mediator"), { disputeId: agreed.disputeId, reason: "期间又付了一笔" });
    expect((await page(agreed)).agreement).toMatchObject({ status: "draft", replaces: { id: first.agreementId } });
    await send(agreed);
    await everybodySigns(agreed);
    await seal(agreed);
    const after = await page(agreed);
    expect(after.agreement).toMatchObject({ status: "effective", replaces: { number: first.number } });
    expect(after.confirmationUntil).toEqual(expect.any(String));
    expect(after.versions).toMatchObject([{ id: first.agreementId, status: "replaced", number: first.number }]);
    const earlier = await page(agreed, first.agreementId);
    expect(earlier.agreement).toMatchObject({
      status: "replaced",
      hash: before.agreement?.hash,
      facts: before.agreement?.facts,
    });
    expect(earlier.agreement?.signatures).toEqual(before.agreement?.signatures);
    expect(earlier.confirmationUntil).toBeNull();
    expect(await sums(agreed)).toEqual([
      [false, 100_000, 0, 100_000],
      [false, 80_000, 0, 80_000],
      [false, null, 0, 0],
      [true, 200_000, 200_000, 0],
      [true, 300_033, 100_005, 0],
      [true, null, 0, 0],
    ]);
    const superseded = (await ledger(agreed)).obligations.map((one) => one.supersededAt !== null);
    expect(superseded).toEqual([false, false, false, false, true, true]);
    // One agreement reached, judged by the days of its last version.
    const [counted] = await database().execute<{ agreed: number; due: number }>(
      sql`select sum(agreed)::int as agreed, sum(due)::int as due from app.entries_of(${county.countyId}::uuid, ${agreed.disputeId}::uuid)`,
    );
    expect(counted).toEqual({ agreed: 1, due: 1 });
    expect(await database().execute(sql`select * from app.figure_faults(${county.countyId}::uuid)`)).toEqual([]);
  });

  it("takes on the replaced clause what happened before, and nothing else; the rest is performed under the new one", async () => {
    const agreed = await agreedDispute(county);
    const first = await sealedAgreement(county, agreed, [payClause(agreed, 1_000), payClause(agreed, 2_000)]);
    const [done, open] = first.obligationIds;
    const wrong = await pays(agreed, done, 1_000);
    await renegotiates(agreed);
    await send(agreed);
    await everybodySigns(agreed);
    await seal(agreed);
    await database().execute(sql`alter table obligations disable trigger obligations_guard`);
    await database().execute(
      sql`update obligations set superseded_at = superseded_at - interval '1 day' where id = ${open ?? ""}::uuid`,
    );
    await database().execute(sql`alter table obligations enable trigger obligations_guard`);
    expect(await refusedWith(pays(agreed, open, 500))).toBe("superseded");
    expect(await refusedWith(waives(agreed, open, 500))).toBe("superseded");
    expect(await refusedWith(breaches(agreed, open))).toBe("superseded");
    const urge = { disputeId: agreed.disputeId, obligationId: open ?? "", note: "催一催" };
    expect(await refusedWith(urgePerformance(county.as("mediator"), urge))).toBe("superseded");
    await pays(agreed, open, 500, { performedOn: addDays(today, -1) });
    expect(await sums(agreed)).toEqual([
      [false, 2_000, 0, 2_000],
      [true, 1_000, 1_000, 0],
      [true, 2_000, 500, 0],
    ]);
    // What settled the first clause was not so: it is owed as before, under the agreement that said so.
    await corrects(agreed, wrong.performanceId);
    expect((await sums(agreed))[1]).toEqual([true, 1_000, 0, 1_000]);
    const [now] = (await ledger(agreed)).obligations;
    expect(await pays(agreed, now?.id, 2_000)).toMatchObject({ isAllPerformed: false });
    expect(await statusOf(agreed)).toBe("performing");
    expect(await pays(agreed, done, 1_000)).toMatchObject({ isAllPerformed: true });
    expect(await statusOf(agreed)).toBe("performed");
  });

  it("keeps the rest of each share to the fen", async () => {
    const { parties } = intake();
    const third = { side: 2, kind: "person" as const, standing: "respondent" as const };
    const rest = { phone: "", address: "", isMinor: false, links: [] };
    const agreed = await agreedDispute(county, {
      parties: [...parties, ...["周海", "周江"].map((name) => ({ ...third, ...rest, name }))],
    });
    const [to = "", ...debtors] = agreed.parties;
    const owed = payClause(agreed, 100, { obligorPartyIds: debtors, obligeePartyIds: [to], liability: "equalShares" });
    const { obligationIds } = await sealedAgreement(county, agreed, [owed]);
    const paying = [...debtors].sort()[0] ?? "";
    await pays(agreed, obligationIds[0], 30, { partyId: paying });
    await renegotiates(agreed);
    const [clause] = (await page(agreed)).agreement?.clauses ?? [];
    expect(clause).toMatchObject({ amountFen: 70, liability: "shares", sharesFen: [4, 33, 33] });
    expect(clause?.obligorPartyIds[0]).toBe(paying);
  });

  it("asks everybody anew for a yes by word of mouth", async () => {
    const agreed = await agreedDispute(county);
    const [a = "", b = ""] = agreed.parties;
    await drafted(county, agreed, [payClause(agreed, 100)], "oral");
    await takeEffect(county.as("mediator"), everyYes(agreed));
    await renegotiates(agreed);
    expect((await page(agreed)).saidYes).toEqual([]);
    const yes = (over = {}) => takeEffect(county.as("mediator"), { disputeId: agreed.disputeId, saidYes: [], ...over });
    expect(await refusedWith(yes())).toBe("yesMissing");
    const [draft] = await database().execute<{ id: string }>(
      sql`select id from agreements where dispute_id = ${agreed.disputeId}::uuid and status = 'draft'`,
    );
    await expect(
      database().execute(
        sql`update agreements set status = 'effective', effective_at = now() where id = ${draft?.id ?? ""}::uuid`,
      ),
    ).rejects.toMatchObject({ cause: { constraint_name: "agreements_oral_needs_every_yes" } });
    const early = addDays(dayOf(new Date()), -1);
    expect(await refusedWith(yes({ ...everyYes(agreed), happenedOn: early }))).toBe("dayTooEarly");
    await takeEffect(county.as("mediator"), everyYes(agreed));
    expect((await page(agreed)).saidYes.map((one) => one.partyId).sort()).toEqual([a, b].sort());
    expect((await page(agreed)).versions).toMatchObject([{ status: "replaced" }]);
  });

  it("is not begun before there is one in force, and takes no effect once nothing is open", async () => {
    const agreed = await agreedDispute(county);
    expect(await refusedWith(renegotiates(agreed))).toBe("notInThisStep");
    const { obligationIds } = await sealedAgreement(county, agreed, [payClause(agreed, 100)]);
    expect(await refusedWith(send(agreed))).toBe("needs.renegotiated");
    expect(await refusedWith(drafted(county, agreed, []))).toBe("needs.renegotiated");
    await renegotiates(agreed);
    await pays(agreed, obligationIds[0], 100);
    expect(await statusOf(agreed)).toBe("performed");
    expect(await refusedWith(send(agreed))).toBe("notInThisStep");
    await withdrawAgreement(county.as("mediator"), { disputeId: agreed.disputeId, reason: "已经全部付清" });
    expect((await page(agreed)).agreement).toMatchObject({ status: "effective", ordinal: 1 });
  });
});
