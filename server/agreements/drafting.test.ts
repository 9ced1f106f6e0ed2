import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { type Agreed, actClause, agreedDispute, drafted, partySigns, payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { draftAgreement } from "./draft-agreement";
import { draftAgreementInput, withdrawAgreementInput } from "./inputs";
import { agreementOfDispute } from "./reads/agreement";
import { sendToSign } from "./send-to-sign";
import { withdrawAgreement } from "./withdraw-agreement";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const page = (agreed: Agreed) => agreementOfDispute(county.as("mediator"), agreed);
const send = ({ disputeId }: Agreed) => sendToSign(county.as("mediator"), { disputeId });
const lastEvent = async ({ disputeId }: Agreed) => {
  const rows = await database().execute<{ action: string; payload: string }>(
    sql`select action, payload from events where dispute_id = ${disputeId}::uuid order by seq desc limit 1`,
  );
  return rows[0];
};

const unfinished = {
  ...{ key: "k1", kind: "pay", text: "", yuan: "", dueOn: "", proof: "", verifierId: "", liability: "", shares: [] },
  ...{ obligorPartyIds: [], obligeePartyIds: [] },
};

describe("drafting", () => {
  it("comes before signing, and before anything can be taken back", async () => {
    const agreed = await agreedDispute(county);
    expect(await refusedWith(send(agreed))).toBe("needs.clausesWritten");
    const back = withdrawAgreementInput.parse({ disputeId: agreed.disputeId, reason: "当事人要改条款" });
    expect(await refusedWith(withdrawAgreement(county.as("mediator"), back))).toBe("noAgreement");
  });

  it("keeps each clause with its obligors, obligees, sum, day and proof, and replaces them all", async () => {
    const agreed = await agreedDispute(county);
    const { agreementId, agreementVersion } = await drafted(county, agreed, [
      payClause(agreed, 540_000),
      actClause(agreed.parties),
    ]);
    expect((await page(agreed)).agreement).toMatchObject({
      id: agreementId,
      status: "draft",
      number: null,
      clauses: [
        {
          kind: "pay",
          amountFen: 540_000,
          proof: "receipt",
          obligorPartyIds: [agreed.parties[1]],
          obligeePartyIds: [agreed.parties[0]],
        },
        { kind: "act", amountFen: null, obligeePartyIds: [] },
      ],
    });
    expect(await refusedWith(drafted(county, agreed, [payClause(agreed, 200)], "written", null))).toBe(
      "changedMeanwhile",
    );
    const again = await drafted(county, agreed, [payClause(agreed, 100)], "written", agreementVersion);
    expect(again.agreementId).toBe(agreementId);
    expect((await page(agreed)).agreement?.clauses).toHaveLength(1);
    expect(await lastEvent(agreed)).toMatchObject({ action: "agreement.draft" });
  });

  it("keeps on which condition, in which way and where a clause is performed and what follows if not, in the paper that was sent too, and nobody changes it then", async () => {
    const agreed = await agreedDispute(county);
    const how = {
      ...{ way: "现金当面交付", place: "柳河镇调解室" },
      ...{ condition: "甲方提供门锁钥匙后", consequence: "逾期未付的，每日另付五元" },
    };
    type How = typeof how;
    const fields = ({ way, place, condition, consequence }: How) => [way, place, condition, consequence];
    await drafted(county, agreed, [payClause(agreed, 540_000, how), actClause(agreed.parties)]);
    const said = async () => (await page(agreed)).agreement?.clauses.map(fields);
    const both = [fields(how), ["", "", "", ""]];
    expect(await said()).toEqual(both);
    await send(agreed);
    expect(await said()).toEqual(both);
    const [paper] = await database().execute<{ clauses: How[] }>(
      sql`select content::jsonb -> 'clauses' as clauses from agreement_papers where dispute_id = ${agreed.disputeId}::uuid`,
    );
    expect(paper?.clauses.map(fields)).toEqual(both);
    for (const changed of [sql`way = '转账'`, sql`place = '别处'`, sql`condition = ''`, sql`consequence = '不罚'`])
      await expect(
        database().execute(sql`update obligations set ${changed} where dispute_id = ${agreed.disputeId}::uuid`),
      ).rejects.toMatchObject({ cause: { constraint_name: "obligations_frozen_once_sent" } });
    // What was sent is told with it after it was taken back, so that the next version is compared with it.
    const back = withdrawAgreementInput.parse({ disputeId: agreed.disputeId, reason: "当事人要改条款" });
    await withdrawAgreement(county.as("mediator"), back);
    const [taken] = (await page(agreed)).withdrawn;
    expect(taken?.words).toMatchObject({
      clauses: [how, { way: "", place: "", condition: "", consequence: "" }],
      parties: [{}, {}],
    });
  });

  it("refuses a clause without a due day, and a payment without a sum, without an obligee or to oneself", async () => {
    const agreed = await agreedDispute(county);
    const accepts = (clause: object) =>
      draftAgreementInput.safeParse({
        agreementVersion: null,
        disputeId: agreed.disputeId,
        form: "written",
        facts: "事实",
        clauses: [clause],
      }).success;
    const pay = payClause(agreed, 100);
    expect(accepts(pay)).toBe(true);
    expect(accepts({ ...pay, dueOn: "" })).toBe(false);
    expect(accepts({ ...pay, amountFen: null })).toBe(false);
    expect(accepts({ ...pay, amountFen: 10.5 })).toBe(false);
    expect(accepts({ ...pay, obligeePartyIds: [] })).toBe(false);
    expect(accepts({ ...pay, obligeePartyIds: pay.obligorPartyIds })).toBe(false);
    expect(accepts({ ...actClause(agreed.parties), amountFen: 100 })).toBe(false);
  });

  it("is kept half-finished for all who write it, beside what was saved whole, and is neither sent nor in force like that", async () => {
    const agreed = await agreedDispute(county);
    const { disputeId } = agreed;
    const half = (form: string, text: string, agreementVersion: number | null, by = "mediator") =>
      draftAgreement(
        county.as(by),
        draftAgreementInput.parse({
          ...{ disputeId, agreementVersion, form, facts: "", clauses: [] },
          unfinished: [{ ...unfinished, text, yuan: "12,", obligorPartyIds: agreed.parties.slice(0, 1) }],
        }),
      );
    const first = await half("written", "", null);
    expect((await page(agreed)).agreement).toMatchObject({
      ...{ status: "draft", facts: "", clauses: [] },
      unfinished: { form: "written", facts: "", clauses: [{ text: "", yuan: "12," }] },
    });
    expect(await refusedWith(half("written", "别人先写了", first.agreementVersion - 1))).toBe("changedMeanwhile");
    const whole = await drafted(county, agreed, [payClause(agreed, 100)], "written", first.agreementVersion);
    expect((await page(agreed)).agreement).toMatchObject({ unfinished: null, clauses: [{ amountFen: 100 }] });
    await half("written", "再加一条", whole.agreementVersion);
    expect((await page(agreed)).agreement).toMatchObject({
      unfinished: { clauses: [{ text: "再加一条" }] },
      clauses: [{ amountFen: 100 }],
    });
    expect(JSON.parse((await lastEvent(agreed))?.payload ?? "")).toMatchObject({ unfinished: true, clauses: 1 });
    // Who reads the paper without writing it does not read what is not finished.
    const read = await agreementOfDispute(county.as("committee"), { disputeId });
    expect(read.allowed.includes("agreement.draft") || read.agreement?.unfinished === null).toBe(true);
    expect(await refusedWith(send(agreed))).toBe("draftUnfinished");
    await withdrawAgreement(county.as("mediator"), withdrawAgreementInput.parse({ disputeId, reason: "当事人要重写" }));
    const [left] = await database().execute<{ unfinished: string | null }>(
      sql`select unfinished from agreements where dispute_id = ${disputeId}::uuid`,
    );
    expect(left?.unfinished).toBe(null);
  });

  it("is refused before any session, with parties of another dispute, and to people without the right", async () => {
    const early = await acceptedDispute(county);
    expect(await refusedWith(drafted(county, { ...early, parties: [] }, []))).toBe("notInThisStep");
    const agreed = await agreedDispute(county);
    const other = await agreedDispute(county);
    expect(await refusedWith(drafted(county, agreed, [payClause(other, 100)]))).toBe("unknownReference");
    const input = draftAgreementInput.parse({
      agreementVersion: null,
      disputeId: agreed.disputeId,
      form: "written",
      facts: "事实",
      clauses: [],
    });
    expect(await refusedWith(draftAgreement(county.as("head"), input))).toBe("forbidden");
    expect(await refusedWith(draftAgreement(county.as("mediator3"), input))).toBe("notFound");
  });
});

describe("sending to sign and taking back", () => {
  it("needs a clause, gives the next number of committee and year, and freezes the paper", async () => {
    const agreed = await agreedDispute(county);
    const { agreementVersion } = await drafted(county, agreed, []);
    expect(await refusedWith(send(agreed))).toBe("needs.clausesWritten");
    await drafted(county, agreed, [payClause(agreed, 100)], "written", agreementVersion);
    const { number } = await send(agreed);
    expect(number).toMatch(/^（\d{4}）柳人调字第 \d{3} 号$/);
    expect(await refusedWith(drafted(county, agreed, []))).toBe("notInThisStep");
    await expect(
      database().execute(sql`update obligations set amount_fen = 1 where dispute_id = ${agreed.disputeId}::uuid`),
    ).rejects.toMatchObject({
      cause: { constraint_name: "obligations_frozen_once_sent" },
    });
    await expect(
      database().execute(sql`update agreements set facts = 'x' where dispute_id = ${agreed.disputeId}::uuid`),
    ).rejects.toMatchObject({
      cause: { constraint_name: "agreements_frozen_once_sent" },
    });
  });

  it("keeps the withdrawn paper and its number, copies the clauses, and gives the next a new number", async () => {
    const agreed = await agreedDispute(county);
    await drafted(county, agreed, [payClause(agreed, 300), actClause(agreed.parties)]);
    const first = await send(agreed);
    await partySigns(county, agreed, agreed.parties[0] ?? "");
    await withdrawAgreement(county.as("mediator"), { disputeId: agreed.disputeId, reason: "甲方要改日期" });
    const after = await page(agreed);
    expect(after.withdrawn).toMatchObject([{ number: first.number, reason: "甲方要改日期" }]);
    expect(after.agreement).toMatchObject({ status: "draft", number: null, ordinal: 2, signatures: [] });
    expect(
      after.agreement?.clauses.map((clause) => [clause.kind, clause.amountFen, clause.obligorPartyIds.length]),
    ).toEqual([
      ["pay", 300, 1],
      ["act", null, 2],
    ]);
    const second = await send(agreed);
    expect(Number(second.number.match(/第 (\d+)/)?.[1])).toBe(Number(first.number.match(/第 (\d+)/)?.[1]) + 1);
  });
});
