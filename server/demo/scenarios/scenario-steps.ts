import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { parties } from "@/db/schema/parties";
import { sessionPeople } from "@/db/schema/sessions";
import type { SessionResult, Track } from "@/db/vocabulary";
import { giveNotice } from "../../consents/give-notice";
import { recordConsentInput } from "../../consents/inputs";
import { recordConsent } from "../../consents/record-consent";
import { gateAnswers, registerDisputeInput, triageDisputeInput } from "../../disputes/inputs";
import { registerDispute } from "../../disputes/register-dispute";
import { triageDispute } from "../../disputes/triage-dispute";
import { Problem } from "../../kernel/problem";
import { bookSession } from "../../sessions/book-session";
import { recordSession } from "../../sessions/record-session";
import { describeCase } from "../../violations/describe-case";
import { findViolation } from "../../violations/find-violation";
import { describeCaseInput, findViolationInput } from "../../violations/inputs";
import { onDay, soonAfter } from "./clock";
import type { DemoCounty } from "./demo-county";
import type { Matter } from "./matters";

/** A dispute of the demo on its way, step by step; `at` is the moment of the last act. */
export interface Scenario {
  demo: DemoCounty;
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

/** What is asked at registration, without danger and with nobody else handling it. */
export const noDanger = {
  injury: "no",
  threat: "no",
  familyViolence: "no",
  livelihood: "no",
  judgedByCourt: "no",
  inCourt: "no",
  acceptedElsewhere: "no",
} as const;
/** The whole gate, answered with "no". */
export const noBar = { ...noDanger, isViolation: "no", hasMinor: "no", propertyDamage: "no" } as const;

/** Registration alone: a dispute that waits for triage. */
export async function register(demo: DemoCounty, opening: Opening): Promise<string> {
  const { matter, names, at } = opening;
  const { disputeId } = await registerDispute(
    demo.as(opening.intake, at),
    registerDisputeInput.parse({
      source: opening.source,
      type: matter.type,
      title: `${opening.place.split(" ")[0]}${matter.title}`,
      place: opening.place,
      pointId: opening.pointId ?? null,
      facts: matter.facts,
      asked: noDanger,
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
export async function open(demo: DemoCounty, opening: Opening): Promise<Scenario> {
  const disputeId = await register(demo, opening);
  const at = soonAfter(opening.at, 40);
  const { proceedingId } = await triageDispute(
    demo.as(opening.intake, at),
    triageDisputeInput.parse({
      disputeId,
      answers: gateAnswers.parse({
        ...noBar,
        isViolation: opening.track === "publicSecurity" ? "yes" : "no",
        judgedByCourt: opening.track === "coordination" ? "yes" : "no",
      }),
      track: opening.track,
      leadPersonId: demo.people[opening.lead] ?? null,
    }),
  );
  const rows = await database()
    .select({ id: parties.id })
    .from(parties)
    .where(and(eq(parties.countyId, demo.countyId), eq(parties.disputeId, disputeId)))
    .orderBy(parties.position);
  return {
    demo,
    disputeId,
    proceedingId: proceedingId ?? "",
    partyIds: rows.map((row) => row.id),
    lead: opening.lead,
    station: opening.station,
    matter: opening.matter,
    at,
  };
}

/** What the officer found and wrote down of the case: a minor violation among neighbours that nothing bars from mediation. */
export async function find(scenario: Scenario): Promise<void> {
  scenario.at = soonAfter(scenario.at, 20);
  const [injured, suspect] = scenario.partyIds;
  const no = "no";
  await findViolation(
    scenario.demo.as(scenario.lead, scenario.at),
    findViolationInput.parse({
      disputeId: scenario.disputeId,
      isViolation: "yes",
      isMinor: "yes",
      kinds: ["disturbingLife"],
      circumstance: "acquaintances",
      ...{ hired: no, gang: no, repeated: no, newViolation: no, fled: no, otherUnfit: no },
      basis: "现场录音录像、双方陈述一致",
      people: [
        { partyId: injured, part: "injured" },
        { partyId: suspect, part: "suspect" },
      ],
    }),
  );
  await describeCase(
    scenario.demo.as(scenario.lead, scenario.at),
    describeCaseInput.parse({
      disputeId: scenario.disputeId,
      organ: "柳江县公安局",
      happenedAt: new Date(scenario.at.getTime() - 26 * 3_600_000).toISOString(),
      place: "双方住处楼下",
      cause: "邻里琐事起争执",
      course: "双方争吵，一方夜里敲墙、踹门，吵得另一方不能休息；民警到场后停了下来。",
      circumstances: "一时气愤，没有动手，也没有器械。",
      result: "没有人受伤，房门有轻微损坏。",
      performanceWay: "当面履行，经办民警在场。",
    }),
  );
}

/** Rights told to everyone, and everyone agrees to mediation and to the forces the matter calls for. */
export async function noticeAndConsent(scenario: Scenario): Promise<void> {
  scenario.at = soonAfter(scenario.at, 30);
  await giveNotice(scenario.demo.as(scenario.lead, scenario.at), {
    disputeId: scenario.disputeId,
    partyIds: [],
    means: "read",
  });
  scenario.at = soonAfter(scenario.at, 10);
  const answers = scenario.partyIds.flatMap((partyId) => [
    { partyId, subject: "mediation", answer: "agreed" },
    ...scenario.matter.forces.map((forceCode) => ({ partyId, subject: "inviteForce", forceCode, answer: "agreed" })),
  ]);
  await recordConsent(
    scenario.demo.as(scenario.lead, scenario.at),
    recordConsentInput.parse({ disputeId: scenario.disputeId, answers }),
  );
}

/** Refusals after which another hour is tried. */
const notFree: ReadonlySet<string> = new Set(["roomTaken", "personTaken", "personAway", "personTooFar"]);

/** Books the first hour that is free for the room and everyone, from `days` later on. Gives the session's id and start. */
export async function book(
  scenario: Scenario,
  roomId: string,
  personIds: string[],
  days: number,
): Promise<{ sessionId: string; startsAt: Date }> {
  for (let day = days; day < days + 30; day += 1) {
    for (const time of ["09:00", "10:30", "14:30", "16:00"]) {
      const startsAt = onDay(scenario.at, day, time);
      try {
        const { sessionId } = await bookSession(scenario.demo.as(scenario.lead, scenario.at), {
          disputeId: scenario.disputeId,
          kind: "joint",
          startsAt: startsAt.toISOString(),
          minutes: 90,
          roomId,
          personIds,
          despite: "",
          partyIds: scenario.partyIds,
        });
        return { sessionId, startsAt };
      } catch (error) {
        if (!(error instanceof Problem && notFree.has(error.code))) throw error;
      }
    }
  }
  throw new Error("no free hour in a month");
}

/** The session took place: everyone came, this was the result. */
export async function hold(
  scenario: Scenario,
  session: { sessionId: string; startsAt: Date },
  result: SessionResult,
  text: string,
): Promise<void> {
  scenario.at = new Date(session.startsAt.getTime() + 95 * 60_000);
  const rows = await database()
    .select({ id: sessionPeople.id })
    .from(sessionPeople)
    .where(and(eq(sessionPeople.countyId, scenario.demo.countyId), eq(sessionPeople.sessionId, session.sessionId)));
  await recordSession(scenario.demo.as(scenario.lead, scenario.at), {
    disputeId: scenario.disputeId,
    sessionId: session.sessionId,
    sessionVersion: 1,
    presentIds: rows.map((row) => row.id),
    result,
    text,
    ...(result === "failed" ? failedWords(scenario) : {}),
  });
}

/** What the record of a session without agreement has to say: the sides' claims, why, and the ways that remain. */
const failedWords = ({ partyIds }: Scenario) => ({
  statements: partyIds.map((partyId, i) => ({
    partyId,
    text: i === 0 ? "要求对方修复并赔偿损失。" : "只同意承担自己该负的部分。",
  })),
  outcome: "双方对责任和金额分歧较大，没有达成一致。",
  routesTold: ["court" as const, "administration" as const],
});
