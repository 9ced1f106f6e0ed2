import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { parties } from "@/db/schema/disputes";
import { sessionPeople } from "@/db/schema/sessions";
import type { SessionResult, Track } from "@/db/vocabulary";
import { giveNotice } from "../../consents/give-notice";
import { recordConsentInput } from "../../consents/inputs";
import { recordConsent } from "../../consents/record-consent";
import { registerDisputeInput, triageAnswers, triageDisputeInput } from "../../disputes/inputs";
import { registerDispute } from "../../disputes/register-dispute";
import { triageDispute } from "../../disputes/triage-dispute";
import { Problem } from "../../kernel/problem";
import { bookSession } from "../../sessions/book-session";
import { recordSession } from "../../sessions/record-session";
import { onDay, soonAfter } from "./clock";
import type { Matter } from "./matters";
import type { Stage } from "./stage";

/** A dispute being told step by step; `at` is the moment of the last act. */
export interface Tale {
  stage: Stage;
  disputeId: string;
  proceedingId: string;
  partyIds: string[];
  lead: string;
  station: string;
  matter: Matter;
  at: Date;
}

export interface Opening {
  matter: Matter;
  station: string;
  /** User name of the one who takes it in; `lead` leads it. */
  intake: string;
  lead: string;
  track: Track;
  place: string;
  pointId: string | undefined;
  names: readonly [string, string];
  at: Date;
  source: "walkIn" | "phone" | "policeCall" | "grid" | "ownInitiative" | "courtReferral";
  risk: "green" | "amber" | "red";
}

const none = {
  isViolation: "no",
  hasMinor: "no",
  familyViolence: "no",
  judgedByCourt: "no",
  acceptedElsewhere: "no",
  propertyDamage: "no",
  injury: "no",
} as const;

/** Registration alone: a dispute that waits for triage. */
export async function register(stage: Stage, opening: Opening): Promise<string> {
  const { matter, names, at } = opening;
  const { disputeId } = await registerDispute(
    stage.as(opening.intake, at),
    registerDisputeInput.parse({
      source: opening.source,
      type: matter.type,
      title: `${opening.place.split(" ")[0]}${matter.title}`,
      place: opening.place,
      pointId: opening.pointId ?? null,
      facts: matter.facts,
      neutralSummary: matter.summary,
      risk: opening.risk,
      riskReason: opening.risk === "green" ? "" : "双方多次争吵，有再起冲突的可能",
      parties: [
        {
          side: 1,
          standing: "applicant",
          name: names[0],
          phone: `138000${String(10_000 + (at.getTime() % 89_999))}`,
          address: opening.place,
        },
        { side: 2, standing: "respondent", name: names[1], address: opening.place },
      ],
    }),
  );
  return disputeId;
}

/** Registration and triage onto a track. */
export async function open(stage: Stage, opening: Opening): Promise<Tale> {
  const disputeId = await register(stage, opening);
  const at = soonAfter(opening.at, 40);
  const { proceedingId } = await triageDispute(
    stage.as(opening.intake, at),
    triageDisputeInput.parse({
      disputeId,
      answers: triageAnswers.parse({
        ...none,
        isViolation: opening.track === "publicSecurity" ? "yes" : "no",
        judgedByCourt: opening.track === "coordination" ? "yes" : "no",
      }),
      track: opening.track,
      leadPersonId: stage.people[opening.lead] ?? null,
    }),
  );
  const rows = await database()
    .select({ id: parties.id })
    .from(parties)
    .where(and(eq(parties.countyId, stage.countyId), eq(parties.disputeId, disputeId)))
    .orderBy(parties.position);
  return {
    stage,
    disputeId,
    proceedingId: proceedingId ?? "",
    partyIds: rows.map((row) => row.id),
    lead: opening.lead,
    station: opening.station,
    matter: opening.matter,
    at,
  };
}

/** Rights told to everyone, and everyone agrees to mediation and to the forces the matter calls for. */
export async function noticeAndConsent(tale: Tale): Promise<void> {
  tale.at = soonAfter(tale.at, 30);
  await giveNotice(tale.stage.as(tale.lead, tale.at), { disputeId: tale.disputeId, partyIds: [], means: "read" });
  tale.at = soonAfter(tale.at, 10);
  const answers = tale.partyIds.flatMap((partyId) => [
    { partyId, subject: "mediation", answer: "agreed" },
    ...tale.matter.forces.map((forceCode) => ({ partyId, subject: "inviteForce", forceCode, answer: "agreed" })),
  ]);
  await recordConsent(
    tale.stage.as(tale.lead, tale.at),
    recordConsentInput.parse({ disputeId: tale.disputeId, answers }),
  );
}

/** Books the first hour that is free for the room and everyone, from `days` later on. Gives the session's id and start. */
export async function book(
  tale: Tale,
  roomId: string,
  personIds: string[],
  days: number,
): Promise<{ sessionId: string; startsAt: Date }> {
  for (let day = days; day < days + 30; day += 1) {
    for (const time of ["09:00", "10:30", "14:30", "16:00"]) {
      const startsAt = onDay(tale.at, day, time);
      try {
        const { sessionId } = await bookSession(tale.stage.as(tale.lead, tale.at), {
          disputeId: tale.disputeId,
          kind: "joint",
          startsAt: startsAt.toISOString(),
          minutes: 90,
          roomId,
          personIds,
          partyIds: tale.partyIds,
        });
        return { sessionId, startsAt };
      } catch (error) {
        if (!(error instanceof Problem && error.kind === "conflict" && error.code.endsWith("Taken"))) throw error;
      }
    }
  }
  throw new Error("no free hour in a month");
}

/** The session took place: everyone came, this was the result. */
export async function hold(
  tale: Tale,
  session: { sessionId: string; startsAt: Date },
  result: SessionResult,
  text: string,
): Promise<void> {
  tale.at = new Date(session.startsAt.getTime() + 95 * 60_000);
  const rows = await database()
    .select({ id: sessionPeople.id })
    .from(sessionPeople)
    .where(and(eq(sessionPeople.countyId, tale.stage.countyId), eq(sessionPeople.sessionId, session.sessionId)));
  await recordSession(tale.stage.as(tale.lead, tale.at), {
    disputeId: tale.disputeId,
    sessionId: session.sessionId,
    sessionVersion: 1,
    presentIds: rows.map((row) => row.id),
    result,
    text,
  });
}
