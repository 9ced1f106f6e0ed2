import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import type { NonAcceptanceReason, Outcome, Track } from "@/db/vocabulary";
import { draftAgreement } from "../agreements/draft-agreement";
import { draftAgreementInput } from "../agreements/inputs";
import { takeEffect } from "../agreements/take-effect";
import { giveNotice } from "../consents/give-notice";
import { recordConsentInput } from "../consents/inputs";
import { recordConsent } from "../consents/record-consent";
import { recordRefusal } from "../consents/record-refusal";
import { closeProceeding } from "../disputes/close-proceeding";
import { endProceeding } from "../disputes/end-proceeding";
import type { GateAnswers, RegisterDisputeInput } from "../disputes/inputs";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { asActor } from "../kernel/transaction";
import { recordPerformanceInput } from "../performance/inputs";
import { recordPerformance } from "../performance/record-performance";
import { recordVisit } from "../performance/record-visit";
import { bookSession } from "../sessions/book-session";
import { bookSessionInput } from "../sessions/inputs";
import { recordSession } from "../sessions/record-session";
import type { TestCounty } from "./county";
import { harmless, intake } from "./disputes";
import { unreached } from "./endings";
import { failedBecause } from "./sessions";

const at = (when: string): Date => new Date(when.length === 10 ? `${when}T10:00:00+08:00` : `${when}:00+08:00`);
const after = (when: string, minutes: number) => new Date(at(when).getTime() + minutes * 60_000);

/** Plays disputes at past times through the real verbs; days are 'YYYY-MM-DD' (10:00) or 'YYYY-MM-DDTHH:mm' in Shanghai. */
export function goldenPlay(county: TestCounty) {
  return { ...intakePlay(county), ...agreementPlay(county), ...endingPlay(county), as: actingIn(county), at };
}

const actingIn = (county: TestCounty) => (username: string, now: Date) => county.as(username, { now });

/** Ids of a dispute's parties, the applicant first. */
const partiesOf = async (disputeId: string) =>
  (
    await database().execute<{ id: string }>(
      sql`select id from parties where dispute_id = ${disputeId}::uuid order by position`,
    )
  ).map((row) => row.id);

/** Everybody is informed and agrees to mediation, and one session is held, which ends ten minutes before `when`. Gives the parties. */
async function met(
  county: TestCounty,
  disputeId: string,
  when: string,
  result: "agreed" | "failed",
): Promise<string[]> {
  const as = actingIn(county);
  const ids = await partiesOf(disputeId);
  await giveNotice(as("mediator", after(when, -200)), { disputeId, partyIds: [], means: "read" });
  const answers = ids.map((partyId) => ({ partyId, subject: "mediation", answer: "agreed" }));
  await recordConsent(as("mediator", after(when, -190)), recordConsentInput.parse({ disputeId, answers }));
  const roomId = county.rooms["柳湾派出所调解室 驻所调解室一"];
  const booking = bookSessionInput.parse({
    disputeId,
    kind: "joint",
    startsAt: after(when, -60).toISOString(),
    minutes: 45,
    roomId,
    partyIds: ids,
  });
  const { sessionId } = await bookSession(as("mediator", after(when, -180)), booking);
  await recordSession(as("mediator", after(when, -10)), {
    disputeId,
    sessionId,
    sessionVersion: 1,
    presentIds: [],
    result,
    text: "谈了一次。",
    ...(result === "failed" ? failedBecause([]) : {}),
  });
  return ids;
}

/** How a dispute comes in: registered, taken on a track, or not accepted. */
function intakePlay(county: TestCounty) {
  const as = actingIn(county);

  async function registered(when: string, over: Partial<RegisterDisputeInput> = {}, by = "mediator"): Promise<string> {
    return (await registerDispute(as(by, at(when)), intake(over))).disputeId;
  }

  /** Registered and, ten minutes later, taken on a track. */
  async function taken(
    track: Track,
    when: string,
    over: Partial<RegisterDisputeInput> = {},
    by = "mediator",
  ): Promise<string> {
    const disputeId = await registered(when, over, by);
    await triaged(disputeId, track, when, by);
    return disputeId;
  }

  async function triaged(disputeId: string, track: Track, when: string, by = "mediator"): Promise<void> {
    const answers: GateAnswers = { ...harmless, isViolation: track === "publicSecurity" ? "yes" : "no" };
    const leadPersonId = track === "publicSecurity" ? (county.people.officer ?? null) : null;
    await triageDispute(as(by, after(when, 10)), {
      disputeId,
      answers,
      track,
      notAcceptedReason: null,
      overrideReason: "",
      leadPersonId,
      leadUnit: "",
    });
  }

  /** `on`: the day on which it was refused, where `when` is that of the entry. */
  async function refusedAtTriage(
    disputeId: string,
    reason: NonAcceptanceReason,
    when: string,
    on: string | null = null,
  ): Promise<void> {
    await triageDispute(as("mediator", at(when)), {
      disputeId,
      answers: harmless,
      track: null,
      notAcceptedReason: reason,
      notAcceptedOn: on,
      overrideReason: "",
      leadPersonId: null,
      leadUnit: "",
    });
  }

  return { registered, taken, triaged, refusedAtTriage };
}

/** How a dispute is settled, and the settlement kept. */
function agreementPlay(county: TestCounty) {
  const as = actingIn(county);

  /** Consents, one session, and an oral agreement to pay, in force at `when`, due on a day. */
  async function agreed(disputeId: string, when: string, dueOn: string): Promise<void> {
    const [first = "", second = ""] = await met(county, disputeId, when, "agreed");
    const clause = {
      kind: "pay",
      text: "赔修补费",
      amountFen: 50_000,
      dueOn,
      proof: "receipt",
      obligorPartyIds: [second],
      obligeePartyIds: [first],
    };
    await draftAgreement(
      as("mediator", after(when, -5)),
      draftAgreementInput.parse({
        agreementVersion: null,
        disputeId,
        form: "oral",
        facts: "自愿达成。",
        clauses: [clause],
      }),
    );
    await takeEffect(as("mediator", at(when)), {
      disputeId,
      saidYes: [first, second].map((partyId) => ({ partyId, linkId: null })),
    });
  }

  /** The agreed sum is paid. */
  async function performed(disputeId: string, when: string): Promise<void> {
    const [, payer = ""] = await partiesOf(disputeId);
    const [owed] = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ id: string }>(
        sql`select id from obligations where dispute_id = ${disputeId}::uuid and performed_at is null`,
      ),
    );
    const proof = {
      disputeId,
      obligationId: owed?.id,
      partyId: payer,
      amountFen: 50_000,
      performedOn: when.slice(0, 10),
      proof: "receipt",
      proofNote: "收条",
    };
    await recordPerformance(as("mediator", at(when)), recordPerformanceInput.parse(proof));
  }

  return { agreed, performed };
}

/** How a proceeding ends. */
function endingPlay(county: TestCounty) {
  const as = actingIn(county);

  /** Visited and closed with the outcome of the track. */
  async function closed(disputeId: string, when: string): Promise<void> {
    const [track] = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ track: Track }>(sql`select track from proceedings where dispute_id = ${disputeId}::uuid`),
    );
    if (track?.track === "peoples" || track?.track === "coordination")
      await recordVisit(as("mediator", after(when, -5)), {
        disputeId,
        partyId: null,
        visitedOn: when.slice(0, 10),
        satisfaction: "satisfied",
        escalationSigns: "",
        courtAction: "",
        measures: "",
        note: "",
      });
    await closeProceeding(as("mediator", at(when)), { disputeId, note: "当场劝解，双方和好" });
  }

  async function ended(disputeId: string, outcome: Outcome, when: string, by = "mediator"): Promise<void> {
    if (outcome === "deadlock") await met(county, disputeId, when, "failed");
    if (outcome === "publicSecurityToPenalty") return refused(disputeId, when, by);
    await endProceeding(as(by, at(when)), {
      disputeId,
      outcome,
      reason: "没有谈成",
      routesTold: ["court"],
      ...(outcome === "unreachable" ? await unreached(disputeId, at(when)) : {}),
    });
  }

  async function refused(disputeId: string, when: string, by = "mediator"): Promise<void> {
    const [, partyId = ""] = await partiesOf(disputeId);
    await recordRefusal(as(by, at(when)), { disputeId, partyId, reason: "", routesTold: ["court"] });
  }

  return { closed, ended, refused };
}
