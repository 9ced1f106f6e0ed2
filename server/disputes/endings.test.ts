import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { addDays, dayOf } from "../kernel/shanghai";
import { recordPerformance } from "../performance/record-performance";
import { recordVisit } from "../performance/record-visit";
import {
  type Agreed,
  agreedDispute,
  drafted,
  payClause,
  sealedAgreement,
  signedAgreement,
} from "../testing/agreements";
import { consented, invited } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { committeeOverview, dossier } from "../testing/dossiers";
import { tried, unreached } from "../testing/endings";
import { refusedWith } from "../testing/refused";
import { booked, inDays } from "../testing/sessions";
import { archiveProceeding } from "./archive-proceeding";
import { closeProceeding } from "./close-proceeding";
import { endProceeding } from "./end-proceeding";
import { closeProceedingInput, type EndProceedingInput } from "./inputs";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const end = async (disputeId: string, over: Partial<EndProceedingInput> = {}) =>
  endProceeding(county.as("mediator"), { disputeId, ...(await unreached(disputeId)), ...over });
const close = (disputeId: string, over: object = {}) =>
  closeProceeding(county.as("mediator"), closeProceedingInput.parse({ disputeId, ...over }));
const archive = (disputeId: string) => archiveProceeding(county.as("mediator"), { disputeId, retention: "long" });
const visit = (disputeId: string) =>
  recordVisit(county.as("mediator"), {
    disputeId,
    partyId: null,
    visitedOn: dayOf(new Date()),
    satisfaction: "satisfied",
    escalationSigns: "",
    note: "",
  });
const row = async (disputeId: string) =>
  (
    await database().execute<Record<string, unknown>>(
      sql`select status, outcome, next_step, dossier_number, retention from proceedings where dispute_id = ${disputeId}::uuid`,
    )
  )[0];

/** Somebody asked and not answering, in a matter that is agreed by now. */
async function invitedBeforeAgreeing(agreed: Agreed) {
  const status = (word: string) =>
    database().execute(
      sql`update proceedings set status = ${word}::proceeding_status where dispute_id = ${agreed.disputeId}::uuid`,
    );
  await status("mediating");
  const asked = await invited(county, agreed, "lawyer");
  await status("agreed");
  return asked;
}

/** An agreement in force over ¥1, paid in full. */
async function paid(): Promise<Agreed> {
  const agreed = await agreedDispute(county);
  await performInFull(agreed);
  return agreed;
}

async function performInFull(agreed: Agreed): Promise<void> {
  const { obligationIds } = await sealedAgreement(county, agreed, [payClause(agreed, 100)]);
  await recordPerformance(county.as("mediator"), {
    disputeId: agreed.disputeId,
    obligationId: obligationIds[0] ?? "",
    partyId: agreed.parties[1] ?? "",
    amountFen: 100,
    performedOn: dayOf(new Date()),
    proof: "receipt",
    proofNote: "收条",
  });
}

describe("ending without agreement", () => {
  it("tells the other routes, releases people and papers, and has archiving as its next step", async () => {
    const accepted = await acceptedDispute(county);
    await consented(county, accepted);
    await invited(county, accepted, "lawyer");
    expect(await refusedWith(end(accepted.disputeId, { routesTold: [] }))).toBe("routesFirst");
    expect(await refusedWith(end(accepted.disputeId, { outcome: "deadlock" }))).toBe("deadlockAfterSession");
    expect(await refusedWith(end(accepted.disputeId, { outcome: "unsigned" }))).toBe("unsignedAfterPaper");
    expect(await refusedWith(end(accepted.disputeId, { outcome: "expired" }))).toBe("expiredAfterTerm");
    expect(await refusedWith(end(accepted.disputeId, { outcome: "refused" }))).toBe("outcomeNotOnThisTrack");
    expect(await refusedWith(end(accepted.disputeId, { outcome: "agreedWritten" }))).toBe("outcomeNotOnThisTrack");
    const partyId = (await unreached(accepted.disputeId)).attempts[0]?.partyId ?? "";
    const [first, ...rest] = tried(partyId, dayOf(new Date()));
    const oneDay = rest.map((one) => ({ ...one, triedOn: dayOf(new Date()) }));
    for (const attempts of [undefined, [], rest, [...oneDay, ...oneDay]])
      expect(await refusedWith(end(accepted.disputeId, { attempts }))).toBe("attemptsFirst");
    for (const [triedOn, fault] of [
      [addDays(dayOf(new Date()), 1), "dayInFuture"],
      ["2020-01-01", "dayTooEarly"],
    ] as const)
      expect(
        await refusedWith(end(accepted.disputeId, { attempts: [first, ...rest, { ...rest[0], triedOn }] as never })),
      ).toBe(fault);
    const stranger = (await unreached((await acceptedDispute(county)).disputeId)).attempts;
    expect(await refusedWith(end(accepted.disputeId, { attempts: stranger }))).toBe("invalidValue");
    expect(await end(accepted.disputeId)).toEqual({
      outcome: "unreachable",
      released: { sessions: 0, invitations: 1 },
    });
    expect(await row(accepted.disputeId)).toMatchObject({
      status: "closed",
      outcome: "unreachable",
      next_step: "archive",
    });
    expect(await refusedWith(end(accepted.disputeId))).toBe("notInThisStep");
    const lines = await dossier(county, accepted);
    expect(lines).toMatchObject({
      notices: "present",
      endingNotice: "present",
      seal: "notApplicable",
      visit: "notApplicable",
      sessionRecords: "notApplicable",
    });
  });

  it("withdraws an agreement that is still being signed", async () => {
    const agreed = await agreedDispute(county);
    await signedAgreement(county, agreed, [payClause(agreed, 100)]);
    await end(agreed.disputeId, { outcome: "unsigned", reason: "乙方反悔" });
    const [paper] = await database().execute(
      sql`select status, withdrawn_reason from agreements where dispute_id = ${agreed.disputeId}::uuid`,
    );
    expect(paper).toMatchObject({ status: "withdrawn", withdrawn_reason: "乙方反悔" });
  });
});

describe("closing as performed", () => {
  it("is refused while an obligation is open, and without a visit, by the rule and by the database", async () => {
    const agreed = await agreedDispute(county);
    await sealedAgreement(county, agreed, [payClause(agreed, 100)]);
    expect(await refusedWith(close(agreed.disputeId))).toBe("notInThisStep");
    const byHand = (disputeId: string) =>
      database().execute(
        sql`update proceedings set status = 'closed', ended_at = now(), outcome = 'agreedWritten' where dispute_id = ${disputeId}::uuid`,
      );
    await expect(byHand(agreed.disputeId)).rejects.toMatchObject({
      cause: { constraint_name: "proceedings_close_after_performance" },
    });
    await database().execute(
      sql`update proceedings set status = 'performed' where dispute_id = ${agreed.disputeId}::uuid`,
    );
    expect(await refusedWith(close(agreed.disputeId))).toBe("needs.noOpenObligation");
    const kept = await paid();
    expect(await refusedWith(close(kept.disputeId))).toBe("needs.visited");
    await expect(byHand(kept.disputeId)).rejects.toMatchObject({
      cause: { constraint_name: "proceedings_close_after_visit" },
    });
    await visit(kept.disputeId);
    expect(await refusedWith(close(kept.disputeId, { outcome: "agreedOral" }))).toBe("outcomeNotOnThisTrack");
    expect(await close(kept.disputeId)).toMatchObject({ outcome: "agreedWritten" });
  });

  it("shows on the committee's page what waits for the seal and for closing", async () => {
    const agreed = await agreedDispute(county);
    await drafted(county, agreed, [payClause(agreed, 250)]);
    expect((await committeeOverview(county)).toSeal.map((paper) => paper.disputeId)).not.toContain(agreed.disputeId);
    const { number } = await signedAgreement(county, agreed, [payClause(agreed, 250)]);
    const kept = await paid();
    const overview = await committeeOverview(county);
    const paper = overview.toSeal.find((one) => one.disputeId === agreed.disputeId);
    expect(paper).toMatchObject({ number, clauses: 1, totalFen: 250, leadName: "沈静" });
    expect(paper?.signers.map((signer) => signer.name)).toEqual(["刘玉芬", "张建国", "沈静"]);
    expect(overview.toClose.rows.map((one) => one.disputeId)).toContain(kept.disputeId);
    expect(overview.counts.open).toBeGreaterThan(0);
  });
});

describe("every way to end", () => {
  const left = async (disputeId: string) =>
    (
      await database().execute<Record<string, unknown>>(sql`
        select (select count(*)::int from sessions where dispute_id = ${disputeId}::uuid and status = 'booked') as sessions,
          (select count(*)::int from slots t join sessions s on s.id = t.session_id and s.status <> 'ended' where s.dispute_id = ${disputeId}::uuid) as slots,
          (select count(*)::int from invitations where dispute_id = ${disputeId}::uuid and status in ('sent', 'seen')) as invitations`)
    )[0];
  const nothing = { sessions: 0, slots: 0, invitations: 0 };

  it("as performed frees a session that was still booked and whoever had not answered", async () => {
    const agreed = await agreedDispute(county);
    await booked(county, agreed, { startsAt: inDays(20) });
    const { invitationId } = await invitedBeforeAgreeing(agreed);
    await performInFull(agreed);
    await visit(agreed.disputeId);
    expect(await left(agreed.disputeId)).toMatchObject({ sessions: 1, invitations: 1 });
    await close(agreed.disputeId);
    expect(await left(agreed.disputeId)).toEqual(nothing);
    const [session] = await database().execute<{ id: string }>(
      sql`select id from sessions where dispute_id = ${agreed.disputeId}::uuid and status = 'cancelled'`,
    );
    const byHand = (statement: SQL) => database().execute(statement);
    await expect(
      byHand(sql`update sessions set status = 'booked' where id = ${session?.id}::uuid`),
    ).rejects.toMatchObject({ cause: { constraint_name: "sessions_while_open" } });
    await expect(
      byHand(sql`update invitations set status = 'sent' where id = ${invitationId}::uuid`),
    ).rejects.toMatchObject({ cause: { constraint_name: "invitations_while_open" } });
  });

  it("releases at archiving what an end before this rule had left", async () => {
    const accepted = await acceptedDispute(county);
    await consented(county, accepted);
    const { invitationId } = await invited(county, accepted, "lawyer");
    await end(accepted.disputeId);
    await database().transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`update invitations set status = 'sent' where id = ${invitationId}::uuid`);
    });
    await archive(accepted.disputeId);
    expect(await left(accepted.disputeId)).toEqual(nothing);
  });
});

describe("from accepted to archived", () => {
  it("leaves a whole dossier under the next number of the committee", async () => {
    const kept = await paid();
    expect(await refusedWith(archive(kept.disputeId))).toBe("notInThisStep");
    await visit(kept.disputeId);
    await close(kept.disputeId);
    const { dossierNumber } = await archive(kept.disputeId);
    expect(dossierNumber).toMatch(/^（\d{4}）柳人调卷第 \d{3} 号$/);
    expect(await row(kept.disputeId)).toEqual({
      status: "archived",
      outcome: "agreedWritten",
      next_step: null,
      dossier_number: dossierNumber,
      retention: "long",
    });
    const states = await dossier(county, kept);
    for (const paper of [
      "intake",
      "triage",
      "notices",
      "consents",
      "sessionRecords",
      "agreement",
      "signatures",
      "seal",
      "performanceProofs",
      "visit",
    ] as const) {
      expect(states[paper], paper).toBe("present");
    }
    expect(states).toMatchObject({
      oralAgreement: "notApplicable",
      endingNotice: "notApplicable",
      invitations: "notApplicable",
    });
    const acts = await database().execute<{ action: string }>(
      sql`select action from events where dispute_id = ${kept.disputeId}::uuid order by seq`,
    );
    expect(acts.map((event) => event.action).slice(-9)).toEqual([
      "agreement.sendToSign",
      "agreement.sign",
      "agreement.sign",
      "agreement.sign",
      "agreement.seal",
      "performance.record",
      "visit.record",
      "proceeding.close",
      "proceeding.archive",
    ]);
    expect(await refusedWith(archive(kept.disputeId))).toBe("notInThisStep");
  });

  it("gives twenty dossiers archived at once twenty numbers without a gap", async () => {
    const disputes: string[] = [];
    for (let i = 0; i < 20; i += 1) {
      const { disputeId } = await acceptedDispute(county);
      await end(disputeId, { outcome: "settledWithdrawn", routesTold: [] });
      disputes.push(disputeId);
    }
    const before = await database().execute<{ n: number }>(
      sql`select coalesce(max(value), 0)::int as n from counters where county_id = ${county.countyId}::uuid and kind = 'dossier'`,
    );
    const archived = await Promise.all(disputes.map((disputeId) => archive(disputeId)));
    const numbers = archived
      .map(({ dossierNumber }) => Number(dossierNumber.match(/第 (\d+) 号/)?.[1]))
      .sort((a, b) => a - b);
    const first = (before[0]?.n ?? 0) + 1;
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => first + i));
  });
});
