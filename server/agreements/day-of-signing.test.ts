import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { triageDisputeInput } from "../disputes/inputs";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { addDays, dayOf, instantOf } from "../kernel/shanghai";
import { postgresError } from "../kernel/transaction";
import { performanceOfDispute } from "../performance/reads/ledger";
import { isWorkday, rollToWorkday } from "../rules/workdays";
import { setDaysInput } from "../settings/inputs";
import { yearsOfDays } from "../settings/reads/years";
import { setDays } from "../settings/set-days";
import {
  type Agreed,
  actClause,
  agreedDispute,
  drafted,
  everyYes,
  mediatorSigns,
  partySigns,
  payClause,
} from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { policeCase, readyToMediate } from "../testing/police";
import { draftAgreement } from "./draft-agreement";
import { draftAgreementInput, obligationInput, signAgreementInput } from "./inputs";
import { agreementOfDispute } from "./reads/agreement";
import { renegotiateAgreement } from "./renegotiate-agreement";
import { sealAgreement } from "./seal-agreement";
import { sendToSign } from "./send-to-sign";
import { signAgreement } from "./sign-agreement";
import { takeEffect } from "./take-effect";
import { withdrawAgreement } from "./withdraw-agreement";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const today = dayOf(new Date());

const onSigning = { dueOn: null, dueAfterDays: 0 };
const inTen = { dueOn: null, dueAfterDays: 10 };
/** Two payments said from the day of signing, and an act by a day that is named. */
const clausesOf = (agreed: Pick<Agreed, "parties">) => [
  payClause(agreed, 100_000, onSigning),
  payClause(agreed, 50_000, inTen),
  actClause([agreed.parties[1] ?? ""], { dueOn: "2999-01-01" }),
];
const read = ({ disputeId }: Pick<Agreed, "disputeId">, by = "mediator") =>
  agreementOfDispute(county.as(by), { disputeId });
const dues = async (agreed: Pick<Agreed, "disputeId">, by = "mediator") =>
  (await read(agreed, by)).agreement?.clauses.map((one) => [one.dueOn, one.dueAfterDays]);
const unfixed = [
  [null, 0],
  [null, 10],
  ["2999-01-01", null],
];
/** Where the last of ten days is a day off, the day after it (民法典 203). */
const inTenDays = (day: string) => rollToWorkday(addDays(day, 10), new Map());
const fixed = (day: string) => [
  [day, 0],
  [inTenDays(day), 10],
  ["2999-01-01", null],
];
const send = ({ disputeId }: Agreed) => sendToSign(county.as("mediator"), { disputeId });
const everybodySigns = async (agreed: Agreed) => {
  for (const partyId of agreed.parties) await partySigns(county, agreed, partyId);
  await mediatorSigns(county, agreed);
};
const frozenWords = async ({ disputeId }: Agreed) => {
  const [row] = await database().execute<{ clauses: { dueOn: string | null; dueAfterDays: number | null }[] }>(
    sql`select content::jsonb -> 'clauses' as clauses from agreement_papers where dispute_id = ${disputeId}::uuid order by frozen_at desc limit 1`,
  );
  return row?.clauses.map((one) => [one.dueOn, one.dueAfterDays]);
};
const raw = (statement: string) =>
  database()
    .execute(sql.raw(statement))
    .then(
      () => "passed",
      (error) => postgresError(error)?.constraint_name,
    );

describe("a clause due on the day of signing", () => {
  it("stays relative in draft, paper and a draft taken back, and is fixed by the seal on the day it was sealed", async () => {
    const agreed = await agreedDispute(county);
    await drafted(county, agreed, clausesOf(agreed));
    expect(await dues(agreed)).toEqual(unfixed);
    await send(agreed);
    expect(await dues(agreed)).toEqual(unfixed);
    expect(await frozenWords(agreed)).toEqual(unfixed);
    await withdrawAgreement(county.as("mediator"), { disputeId: agreed.disputeId, reason: "乙方要再看一遍" });
    expect(await dues(agreed)).toEqual(unfixed);
    await send(agreed);
    await everybodySigns(agreed);
    // Nobody fixes a day before the seal does: not the draft's author, nor somebody who writes rows.
    const of = `dispute_id = '${agreed.disputeId}' and due_after_days = 0`;
    expect(await raw(`update obligations set due_on = '2026-01-01' where ${of}`)).toBe("obligations_frozen_once_sent");
    expect((await performanceOfDispute(county.as("mediator"), agreed)).obligations).toEqual([]);
    await sealAgreement(county.as("committee"), { disputeId: agreed.disputeId, happenedOn: today });
    expect(await dues(agreed)).toEqual(fixed(today));
    // The paper under the signatures keeps its words.
    expect(await frozenWords(agreed)).toEqual(unfixed);
    for (const day of ["null", `'${addDays(today, 1)}'`])
      expect(await raw(`update obligations set due_on = ${day} where ${of} and performed_at is null`)).toBe(
        "obligations_frozen_once_sent",
      );
    // The step and the ledger follow the day that was fixed.
    const { obligations } = await performanceOfDispute(county.as("mediator"), agreed);
    expect(obligations.map((one) => one.dueOn)).toEqual([today, inTenDays(today), "2999-01-01"]);
    const [due] = await database().execute<{ on: string; step: string }>(
      sql`select app.day_of(next_due_at)::text as on, next_step as step from proceedings where id = ${agreed.proceedingId}::uuid`,
    );
    expect(due).toEqual({ on: today, step: "watchPerformance" });
  });

  it("is fixed by an oral effect on the day on which it was reached, and late from the day after", async () => {
    const on = (day: string) => county.as("mediator", { now: instantOf(day, "10:00") });
    const { disputeId } = await registerDispute(on("2026-09-01"), intake());
    const answers = { disputeId, answers: harmless, track: "peoples" };
    await triageDispute(on("2026-09-01"), triageDisputeInput.parse(answers));
    await database().execute(sql`update proceedings set status = 'agreed' where dispute_id = ${disputeId}::uuid`);
    const rows = await database().execute<{ id: string }>(
      sql`select id from parties where dispute_id = ${disputeId}::uuid order by position`,
    );
    const parties = rows.map(({ id }) => id);
    const draft = { agreementVersion: null, disputeId, form: "oral", facts: "谈成了。" };
    const clauses = clausesOf({ parties });
    await draftAgreement(on("2026-10-20"), draftAgreementInput.parse({ ...draft, clauses }));
    await takeEffect(on("2026-10-20"), { ...everyYes({ disputeId, parties }), happenedOn: "2026-10-08" });
    expect(await dues({ disputeId })).toEqual(fixed("2026-10-08"));
    const { obligations } = await performanceOfDispute(on("2026-10-09"), { disputeId });
    expect(obligations.map((one) => one.isOverdue)).toEqual([true, false, false]);
    // 18 October is a Sunday: ten days end on the Monday after it, and both screens say why.
    expect(obligations.map((one) => one.movedFrom)).toEqual([null, "2026-10-18", null]);
    expect((await read({ disputeId })).agreement?.clauses.map((one) => one.movedFrom)).toEqual([
      null,
      "2026-10-18",
      null,
    ]);
    const clause = `dispute_id = '${disputeId}' and due_after_days = 10`;
    for (const day of ["2026-10-18", "2026-10-20"])
      expect(await raw(`update obligations set due_on = '${day}' where ${clause}`)).toBe(
        "obligations_frozen_once_sent",
      );
    // A day off that the county enters later moves the day once more, and back; the dispute's chain says so.
    const enters = async (at: string, days: (free: string[]) => string[]) => {
      const by = county.as("county", { now: instantOf("2026-10-09", at) });
      const found = (await yearsOfDays(by)).years;
      const year = found.find((one) => one.year === 2026);
      const { free = [], worked = [], entry } = year ?? {};
      const said = { year: 2026, notice: "本县停工一天", free: days(free), worked, entrySeen: entry?.id ?? null };
      return setDays(by, setDaysInput.parse(said));
    };
    const dueNow = async () => (await read({ disputeId })).agreement?.clauses[1]?.dueOn;
    expect((await enters("10:00", (free) => [...free, "2026-10-19"])).moved).toBeGreaterThan(0);
    expect(await dueNow()).toBe("2026-10-20");
    await enters("11:00", (free) => free.filter((day) => day !== "2026-10-19"));
    expect(await dueNow()).toBe("2026-10-19");
    const moved = await database().execute<{ payload: string }>(
      sql`select payload from events where chain = ${disputeId}::uuid and action = 'proceeding.moveDueDay' order by seq desc limit 2`,
    );
    expect(moved.map(({ payload }) => JSON.parse(payload))).toMatchObject([
      { clause: 2, was: "2026-10-20", dueOn: "2026-10-19" },
      { clause: 2, was: "2026-10-19", dueOn: "2026-10-20" },
    ]);
    // What is agreed anew starts from the days that were fixed.
    await renegotiateAgreement(on("2026-10-20"), { disputeId, reason: "乙方请求延期，甲方同意" });
    expect((await read({ disputeId })).agreement).toMatchObject({
      status: "draft",
      clauses: ["2026-10-08", "2026-10-19", "2999-01-01"].map((dueOn) => ({ dueOn, dueAfterDays: null })),
    });
  });

  it("is fixed by the last step of police mediation", async () => {
    const police = await policeCase(county);
    await readyToMediate(county, police.disputeId);
    await database().execute(sql`update proceedings set status = 'mediating' where id = ${police.proceedingId}::uuid`);
    const { disputeId } = police;
    const draft = { disputeId, agreementVersion: null, form: "written", facts: "乙方愿意赔偿。" };
    await draftAgreement(county.as("officer"), draftAgreementInput.parse({ ...draft, clauses: clausesOf(police) }));
    await sendToSign(county.as("officer"), { disputeId });
    const signs = (signer: object) =>
      signAgreement(county.as("officer"), signAgreementInput.parse({ disputeId, signer, means: "sign" }));
    for (const partyId of police.parties) await signs({ kind: "party", partyId });
    await signs({ kind: "mediator" });
    expect(await dues(police, "officer")).toEqual(unfixed);
    await takeEffect(county.as("officer"), { disputeId });
    expect(await dues(police, "officer")).toEqual(fixed(today));
  });

  it("cannot be left open by rows that no verb wrote", async () => {
    const agreed = await agreedDispute(county);
    await drafted(county, agreed, clausesOf(agreed), "oral");
    const { disputeId, parties } = agreed;
    await database().execute(sql`insert into consents (county_id, id, dispute_id, proceeding_id, party_id, subject, answer, recorded_by, recorded_at)
      select county_id, gen_random_uuid(), dispute_id, ${agreed.proceedingId}::uuid, id, 'agreement', 'agreed', ${county.people.mediator}::uuid, now()
      from parties where dispute_id = ${disputeId}::uuid`);
    expect(parties.length).toBeGreaterThan(1);
    await database().execute(
      sql`update agreements set status = 'effective', effective_at = now() where dispute_id = ${disputeId}::uuid`,
    );
    expect(await dues(agreed)).toEqual(fixed(dayOf(new Date())));
  });

  it("is a day or so many days after signing, never both and never neither", () => {
    const said = (over: object) =>
      obligationInput.safeParse({ ...payClause({ parties: [A, B] }, 100), ...over }).success;
    expect(said({})).toBe(true);
    expect(said(onSigning)).toBe(true);
    expect(said({ dueOn: null, dueAfterDays: 3650 })).toBe(true);
    for (const over of [{ dueOn: null }, { dueAfterDays: 0 }, { dueOn: null, dueAfterDays: -1 }])
      expect(said(over), JSON.stringify(over)).toBe(false);
    for (const dueAfterDays of [3651, 1.5, "7"]) expect(said({ dueOn: null, dueAfterDays })).toBe(false);
  });
});
const A = "00000000-0000-7000-8000-00000000000a";
const B = "00000000-0000-7000-8000-00000000000b";

it("the database and the product know the same days off and make-up days, with what a county entered", async () => {
  await database().execute(sql`
    insert into day_overrides (county_id, id, day, is_workday, note)
    values (${county.countyId}::uuid, gen_random_uuid(), '2030-03-12', false, '本县停工一天'),
      (${county.countyId}::uuid, gen_random_uuid(), '2030-03-16', true, '补班')`);
  const rows = await database().execute<{ day: string; worked: boolean; next: string | null }>(sql`
    select d.day::date::text as day, app.is_workday(${county.countyId}::uuid, d.day::date) as worked,
      case when extract(year from d.day) < 2031 then app.workday_from(${county.countyId}::uuid, d.day::date)::text end as next
    from generate_series(timestamp '2026-01-01', '2042-12-20', '1 day') d (day) where extract(month from d.day) in (1, 2, 3, 4, 5, 9, 10)`);
  const overrides = new Map([
    ["2030-03-12", false],
    ["2030-03-16", true],
  ]);
  const differing = rows.filter(
    ({ day, worked, next }) =>
      worked !== isWorkday(day, overrides) || (next !== null && next !== rollToWorkday(day, overrides)),
  );
  expect(differing).toEqual([]);
});
