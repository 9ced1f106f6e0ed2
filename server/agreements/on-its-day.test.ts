import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { recordRefusal } from "../consents/record-refusal";
import { endProceeding } from "../disputes/end-proceeding";
import { endProceedingInput, triageDisputeInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { dayOf, instantOf } from "../kernel/shanghai";
import { recordPerformanceInput, recordVisitInput } from "../performance/inputs";
import { recordPerformance } from "../performance/record-performance";
import { recordVisit } from "../performance/record-visit";
import { everyYes, payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { settledSaid } from "../testing/endings";
import { refusedWith } from "../testing/refused";
import { lastEventOf } from "../testing/sessions";
import { draftAgreement } from "./draft-agreement";
import { draftAgreementInput, signAgreementInput } from "./inputs";
import { agreementOfDispute } from "./reads/agreement";
import { sealAgreement } from "./seal-agreement";
import { sendToSign } from "./send-to-sign";
import { signAgreement } from "./sign-agreement";
import { takeEffect } from "./take-effect";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const at = (day: string) => instantOf(day, "10:00");
const as = (day: string, by = "mediator") => county.as(by, { now: at(day) });

/** Accepted on 1 September 2026 and talked through; an agreement of one payment is drafted on a day. */
async function drafted(form: "oral" | "written", day: string) {
  const { disputeId } = await registerDispute(as("2026-09-01"), intake());
  await triageDispute(as("2026-09-01"), triageDisputeInput.parse({ disputeId, answers: harmless, track: "peoples" }));
  await database().execute(sql`update proceedings set status = 'agreed' where dispute_id = ${disputeId}::uuid`);
  const rows = await database().execute<{ id: string }>(
    sql`select id from parties where dispute_id = ${disputeId}::uuid order by position`,
  );
  const parties = rows.map(({ id }) => id);
  const clauses = [payClause({ parties }, 100_000, { dueOn: "2026-12-31" })];
  await draftAgreement(
    as(day),
    draftAgreementInput.parse({ agreementVersion: null, disputeId, form, facts: "谈成了。", clauses }),
  );
  return { disputeId, parties };
}
const paperOf = async (disputeId: string, day: string) => {
  const { agreement, confirmationUntil } = await agreementOfDispute(as(day), { disputeId });
  return { on: agreement?.effectiveAt ? dayOf(new Date(agreement.effectiveAt)) : null, confirmationUntil };
};
const monthOf = async (disputeId: string, day: string) => {
  const [clock] = (await disputeById(as(day), { disputeId })).proceeding?.clocks ?? [];
  return clock && [clock.state, clock.stoppedOn];
};

it("an oral agreement takes effect on the day it was reached, and the 30 days and the month follow that day", async () => {
  const { disputeId, parties } = await drafted("oral", "2026-10-20");
  const effect = (happenedOn: string) =>
    takeEffect(as("2026-10-20"), { ...everyYes({ disputeId, parties }), happenedOn });
  expect(await refusedWith(effect("2026-10-21"))).toBe("dayInFuture");
  expect(await refusedWith(effect("2026-08-31"))).toBe("dayTooEarly");
  await effect("2026-09-30");
  // 30 days on is a Friday; entered on 20 October it would be 19 November.
  expect(await paperOf(disputeId, "2026-10-20")).toEqual({ on: "2026-09-30", confirmationUntil: "2026-10-30" });
  expect(await monthOf(disputeId, "2026-11-20")).toEqual(["met", "2026-09-30"]);
  const event = await lastEventOf(county, disputeId);
  expect(event.payload).toMatchObject({ effectiveOn: "2026-09-30" });
  const [entered] = await database().execute<{ at: string }>(
    sql`select at_us::text as at from events where dispute_id = ${disputeId}::uuid order by seq desc limit 1`,
  );
  expect(Number(entered?.at) / 1000).toBe(at("2026-10-20").getTime());
});

it("a paper signed and sealed earlier keeps its own days, each not before what it follows", async () => {
  const { disputeId, parties } = await drafted("written", "2026-10-19");
  await sendToSign(as("2026-10-19"), { disputeId });
  const sign = (signer: Record<string, unknown>, happenedOn?: string) =>
    signAgreement(as("2026-10-20"), signAgreementInput.parse({ disputeId, signer, means: "sign", happenedOn }));
  const party = (i: number) => ({ kind: "party", partyId: parties[i] });
  expect(await refusedWith(sign(party(0), "2026-08-31"))).toBe("dayTooEarly");
  expect(await refusedWith(sign(party(0), "2026-10-21"))).toBe("dayInFuture");
  await sign(party(0), "2026-10-08");
  await sign(party(1), "2026-10-10");
  expect(await refusedWith(sign({ kind: "mediator" }, "2026-10-09"))).toBe("dayTooEarly");
  await sign({ kind: "mediator" }, "2026-10-10");
  const seal = (happenedOn: string) => sealAgreement(as("2026-10-20", "committee"), { disputeId, happenedOn });
  expect(await refusedWith(seal("2026-10-09"))).toBe("dayTooEarly");
  expect(await refusedWith(seal("2026-10-21"))).toBe("dayInFuture");
  await seal("2026-10-12");
  // 11 November is a Wednesday.
  expect(await paperOf(disputeId, "2026-10-20")).toEqual({ on: "2026-10-12", confirmationUntil: "2026-11-11" });
  expect(await monthOf(disputeId, "2026-11-20")).toEqual(["missed", "2026-10-12"]);
});

it("a payment is kept on its day, not before the agreement was reached nor ahead, and so is a visit", async () => {
  const { disputeId, parties } = await drafted("oral", "2026-09-20");
  await takeEffect(as("2026-09-20"), { ...everyYes({ disputeId, parties }), happenedOn: "2026-09-18" });
  const [owed] = await database().execute<{ id: string }>(
    sql`select id from obligations where dispute_id = ${disputeId}::uuid`,
  );
  const pays = (performedOn: string, amountFen: number) =>
    recordPerformance(
      as("2026-10-20"),
      recordPerformanceInput.parse({
        disputeId,
        obligationId: owed?.id,
        partyId: parties[1],
        amountFen,
        performedOn,
        proof: "receipt",
        proofNote: "收条",
      }),
    );
  expect(await refusedWith(pays("2026-09-17", 100))).toBe("dayTooEarly");
  expect(await refusedWith(pays("2026-10-21", 100))).toBe("dayInFuture");
  // Entered in the other order: it was kept when the later part was paid.
  await pays("2026-10-15", 60_000);
  await pays("2026-09-18", 40_000);
  const [kept] = await database().execute<{ on: string }>(
    sql`select app.day_of(performed_at)::text as on from obligations where id = ${owed?.id ?? ""}::uuid`,
  );
  expect(kept?.on).toBe("2026-10-15");
  const visits = (visitedOn: string) =>
    recordVisit(as("2026-10-20"), recordVisitInput.parse({ disputeId, visitedOn, satisfaction: "fair" }));
  expect(await refusedWith(visits("2026-08-31"))).toBe("dayTooEarly");
  expect(await refusedWith(visits("2026-10-21"))).toBe("dayInFuture");
  await visits("2026-10-19");
});

it("an end that is entered late counts from the day on which it came", async () => {
  const ended = async (happenedOn: string) => {
    const { disputeId } = await drafted("oral", "2026-09-20");
    const input = endProceedingInput.parse({ disputeId, ...(await settledSaid(disputeId)) });
    return { disputeId, done: endProceeding(as("2026-10-20"), { ...input, happenedOn }) };
  };
  expect(await refusedWith((await ended("2026-08-31")).done)).toBe("dayTooEarly");
  expect(await refusedWith((await ended("2026-10-21")).done)).toBe("dayInFuture");
  const { disputeId, done } = await ended("2026-10-08");
  await done;
  expect(await monthOf(disputeId, "2026-11-20")).toEqual(["met", "2026-10-08"]);
  const other = await drafted("oral", "2026-09-20");
  const [partyId = ""] = other.parties;
  const refusal = { disputeId: other.disputeId, partyId, reason: "", routesTold: ["court" as const] };
  expect(await refusedWith(recordRefusal(as("2026-10-20"), { ...refusal, happenedOn: "2026-10-21" }))).toBe(
    "dayInFuture",
  );
  await recordRefusal(as("2026-10-20"), { ...refusal, happenedOn: "2026-09-21" });
  expect(await monthOf(other.disputeId, "2026-11-20")).toEqual(["met", "2026-09-21"]);
});
