import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { draftAgreement } from "../agreements/draft-agreement";
import { draftAgreementInput } from "../agreements/inputs";
import { sendToSign } from "../agreements/send-to-sign";
import { takeEffect } from "../agreements/take-effect";
import { archiveProceeding } from "../disputes/archive-proceeding";
import { endProceeding } from "../disputes/end-proceeding";
import type { NumberedFor } from "../disputes/parts/number-paper";
import { asActor } from "../kernel/transaction";
import { givePaperNumber, paperNumber } from "../papers/parts/give-paper-number";
import { type Agreed, agreedDispute, drafted, everyYes, payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { unreached } from "../testing/endings";
import { refusedWith } from "../testing/refused";
import { takenBySql } from "../testing/taken-by-sql";
import { voidNumberInput } from "./inputs";
import { numberSheet } from "./queries";
import { voidNumber } from "./void-number";

let county: TestCounty;
let agreed: Agreed;
let of: NumberedFor;
beforeAll(async () => {
  county = await testCounty();
  agreed = await agreedDispute(county);
  const { countyId, committeeId, stationId } = county.as("mediator").actor;
  of = { countyId, committeeId: committeeId ?? "", stationId: stationId ?? "", track: "peoples" };
});

const subject = (kind: "intake" | "ending") => ({ countyId: county.countyId, kind, subjectId: agreed.proceedingId });
const given = (kind: "intake" | "ending") => {
  const system = county.system();
  return asActor(system, (tx) => givePaperNumber(tx, subject(kind), of, system.now));
};
const seen = (kind: "intake" | "ending") => asActor(county.as("mediator"), (tx) => paperNumber(tx, subject(kind)));
const voids = (number: string, over: Record<string, unknown> = {}, who = "committee") =>
  voidNumber(
    county.as(who),
    voidNumberInput.parse({ series: "intake", number, reason: "同一纠纷登记了两次", ...over }),
  );
const listed = async (key: string) =>
  (await numberSheet(county.as("committee"))).series.find((one) => one.key === key)?.voids;
const timeline = () =>
  database().execute<{ action: string; payload: string }>(
    sql`select action, payload from events where dispute_id = ${agreed.disputeId}::uuid order by seq desc limit 1`,
  );

it("of a paper stays with its reason, is never given again, and the paper takes the next one when it is made again", async () => {
  const first = await given("intake");
  expect(await given("intake")).toBe(first);
  expect(await voids(` ${first.replace("（", "(").replace("）", ")").replaceAll(" ", "")} `)).toEqual({
    ...{ number: first, nextNumber: null },
  });
  expect(await seen("intake")).toBeNull();
  expect(await listed("intake")).toMatchObject([{ number: first, reason: "同一纠纷登记了两次" }]);
  expect(await refusedWith(voids(first))).toBe("numberVoidAlready");
  const [told] = await timeline();
  expect(told).toMatchObject({ action: "paper.voidNumber", payload: expect.stringContaining(first) });
  const again = await Promise.all([given("intake"), given("intake")]);
  expect(new Set(again).size).toBe(1);
  expect([again[0] === first, await seen("intake")]).toEqual([false, again[0]]);
  expect(await voids(again[0] ?? "")).toMatchObject({ number: again[0] });
  expect(await listed("intake")).toHaveLength(2);
  // The series goes on behind both.
  expect(Number(/第 (\d+) 号/.exec(await given("intake"))?.[1])).toBe(Number(/第 (\d+) 号/.exec(first)?.[1]) + 2);
});

it("is made void by the head of the office whose it is, in its own series, and only where it was given", async () => {
  const number = await given("ending");
  for (const who of ["mediator", "officer", "county", "admin"])
    expect(await refusedWith(voids(number, { series: "ending" }, who))).toBe("forbidden");
  expect(await refusedWith(voids(number, { series: "ending" }, "head"))).toBe("notFound");
  for (const [series, typed] of [
    ["intake", number],
    ["ending", "（2026）柳人调终字第 999 号"],
    ["nonAcceptance", number],
  ])
    expect(await refusedWith(voids(typed ?? "", { series })), series).toBe("numberNotGiven");
  const bySql = (who: string) =>
    takenBySql(
      county.as(who),
      sql`insert into number_voids (county_id, id, scope, kind, number, subject_id, reason, voided_by, voided_at)
        values (${county.countyId}::uuid, gen_random_uuid(), ${of.committeeId}::uuid, 'ending', ${number}, ${agreed.proceedingId}::uuid, '写错了',
          app.person(), app.now())`,
    );
  expect([await bySql("committee"), await bySql("mediator"), await bySql("head")]).toEqual(["taken", "42501", "42501"]);
  // Nobody else reads why.
  await voids(number, { series: "ending" });
  const read = (who: string) =>
    asActor(county.as(who), (tx) => tx.execute(sql`select reason from number_voids where number = ${number}`));
  expect([await read("committee"), await read("mediator"), await read("head")]).toMatchObject([[{}], [], []]);
});

it("of a dossier gives it the next one at once, and both lead to the matter; of an agreement it falls with the agreement alone", async () => {
  const { disputeId } = await acceptedDispute(county);
  await endProceeding(county.as("mediator"), { disputeId, ...(await unreached(disputeId)) });
  const { dossierNumber } = await archiveProceeding(county.as("mediator"), { disputeId, retention: "long" });
  const { nextNumber } = await voids(dossierNumber, { series: "dossier", reason: "卷号与纸质登记簿重了" });
  expect(nextNumber).not.toBe(dossierNumber);
  const [row] = await database().execute<{ number: string; words: string }>(
    sql`select p.dossier_number as number, w.words from proceedings p join dispute_words w using (county_id, dispute_id) where dispute_id = ${disputeId}::uuid`,
  );
  expect(row).toMatchObject({ number: nextNumber });
  for (const number of [dossierNumber, nextNumber]) expect(row?.words).toContain(number?.toLowerCase());
  expect(await refusedWith(voids(dossierNumber, { series: "dossier" }))).toBe("numberVoidAlready");
  expect(await listed("dossier")).toMatchObject([{ number: dossierNumber }]);
  await drafted(county, agreed, [payClause(agreed, 100)]);
  const { number } = await sendToSign(county.as("mediator"), { disputeId: agreed.disputeId });
  expect(await refusedWith(voids(number ?? "", { series: "agreement" }))).toBe("numberInForce");
});

it("of an oral agreement in force stays, by the act as in SQL", async () => {
  const oral = await agreedDispute(county);
  const draft = { agreementVersion: null, disputeId: oral.disputeId, form: "oral", facts: "谈成了。" };
  const { agreementId } = await draftAgreement(
    county.as("mediator"),
    draftAgreementInput.parse({ ...draft, clauses: [payClause(oral, 100)] }),
  );
  await takeEffect(county.as("mediator"), everyYes(oral));
  const system = county.system();
  const kept = { countyId: county.countyId, kind: "oralAgreement", subjectId: agreementId } as const;
  const number = await asActor(system, (tx) => givePaperNumber(tx, kept, of, system.now));
  expect(await refusedWith(voids(number, { series: "oralAgreement" }))).toBe("numberInForce");
  const bySql = sql`insert into number_voids (county_id, id, scope, kind, number, subject_id, reason, voided_by, voided_at)
    values (${county.countyId}::uuid, gen_random_uuid(), ${of.committeeId}::uuid, 'oralAgreement', ${number}, ${agreementId}::uuid, '写错了', app.person(), app.now())`;
  expect(await takenBySql(county.as("committee"), bySql)).toBe("23514");
});
