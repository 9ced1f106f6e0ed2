import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { parties, partyLinks } from "@/db/schema/parties";
import { sessionPeople } from "@/db/schema/sessions";
import type { SessionResult, Track } from "@/db/vocabulary";
import { giveNotice } from "../../consents/give-notice";
import { giveNoticeInput, recordConsentInput } from "../../consents/inputs";
import { recordConsent } from "../../consents/record-consent";
import { gateAnswers, registerDisputeInput, triageDisputeInput } from "../../disputes/inputs";
import { registerDispute } from "../../disputes/register-dispute";
import { triageDispute } from "../../disputes/triage-dispute";
import { Problem } from "../../kernel/problem";
import { bookSession } from "../../sessions/book-session";
import { recordSession } from "../../sessions/record-session";
import { onDay, soonAfter } from "./clock";
import type { DemoCounty } from "./demo-county";
import type { Matter } from "./matters";
import type { Side } from "./sides";
import type { Reach } from "./turns";

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
  /** Who speaks for a party that does not speak itself: a child's guardian, a firm's representative. */
  speakers: { partyId: string; linkId: string }[];
  /** Where several stories are told together: waits until the others have come to a moment. */
  reach: Reach;
}

/** Who speaks for this party; null: itself. */
export const speakerIn = ({ speakers }: Scenario, partyId: string): string | null =>
  speakers.find((one) => one.partyId === partyId)?.linkId ?? null;

/** The story goes on at a later moment. */
export async function goOn(scenario: Scenario, at: Date): Promise<void> {
  scenario.at = at;
  await scenario.reach(at);
}

/** A story that is told alone waits for nobody. */
export const alone: Reach = () => Promise.resolve();

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
  /** What the sides are, where they are not two adults. */
  sides?: readonly [Side, Side];
  /** Calls of the police dispatch and the clue that it begins with. */
  callIds?: string[];
  clueId?: string | null;
  /** The matter that was over and begins anew. */
  relapseOf?: string | null;
  /** Why it is taken on another track than the gate proposes. */
  overrideReason?: string;
  reach?: Reach;
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

/** A phone that nobody has, another one for every moment. */
export const phoneAt = (at: Date): string => `138000${String(10_000 + (at.getTime() % 89_999))}`;

/** Registration alone: a dispute that waits for triage. */
export async function register(demo: DemoCounty, opening: Opening): Promise<string> {
  const { matter, names, at, sides = [{ name: names[0] }, { name: names[1] }] } = opening;
  await (opening.reach ?? alone)(at);
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
        { side: 1, standing: "applicant", phone: phoneAt(at), address: opening.place, ...sides[0] },
        { side: 2, standing: "respondent", address: opening.place, ...sides[1] },
      ],
      callIds: opening.callIds ?? [],
      clueId: opening.clueId ?? null,
      relapseOf: opening.relapseOf ?? null,
    }),
  );
  return disputeId;
}

/** Registration and triage onto a track. */
export async function open(demo: DemoCounty, opening: Opening): Promise<Scenario> {
  const disputeId = await register(demo, opening);
  const { reach = alone, sides } = opening;
  const at = soonAfter(opening.at, 40);
  await reach(at);
  const { proceedingId } = await triageDispute(
    demo.as(opening.intake, at),
    triageDisputeInput.parse({
      disputeId,
      answers: gateAnswers.parse({
        ...noBar,
        isViolation: opening.track === "publicSecurity" || opening.overrideReason ? "yes" : "no",
        judgedByCourt: opening.track === "coordination" ? "yes" : "no",
        hasMinor: sides?.some(({ isMinor }) => isMinor) ? "yes" : "no",
      }),
      overrideReason: opening.overrideReason ?? "",
      track: opening.track,
      leadPersonId: demo.people[opening.lead] ?? null,
    }),
  );
  const rows = await database()
    .select({ id: parties.id, linkId: partyLinks.id })
    .from(parties)
    .leftJoin(partyLinks, and(eq(partyLinks.countyId, parties.countyId), eq(partyLinks.partyId, parties.id)))
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
    speakers: rows.flatMap(({ id, linkId }) => (linkId ? [{ partyId: id, linkId }] : [])),
    reach,
  };
}

/** Rights told to everyone, or to who speaks for them. */
export async function tell(scenario: Scenario): Promise<void> {
  await goOn(scenario, soonAfter(scenario.at, 30));
  const { disputeId, speakers } = scenario;
  const notice = giveNoticeInput.parse({ disputeId, partyIds: [], means: "read", speakers });
  await giveNotice(scenario.demo.as(scenario.lead, scenario.at), notice);
}

/** Rights told to everyone, and everyone agrees to mediation and to the forces the matter calls for. */
export async function noticeAndConsent(scenario: Scenario): Promise<void> {
  await tell(scenario);
  scenario.at = soonAfter(scenario.at, 10);
  const answers = scenario.partyIds.flatMap((partyId) => {
    const said = { partyId, answer: "agreed", spokenByLinkId: speakerIn(scenario, partyId) };
    const forces = scenario.matter.forces.map((forceCode) => ({ ...said, subject: "inviteForce", forceCode }));
    return [{ ...said, subject: "mediation" }, ...forces];
  });
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
  await goOn(scenario, scenario.at);
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
  await goOn(scenario, new Date(session.startsAt.getTime() + 95 * 60_000));
  const rows = await database()
    .select({ id: sessionPeople.id })
    .from(sessionPeople)
    .where(and(eq(sessionPeople.countyId, scenario.demo.countyId), eq(sessionPeople.sessionId, session.sessionId)));
  await recordSession(scenario.demo.as(scenario.lead, scenario.at), {
    disputeId: scenario.disputeId,
    sessionId: session.sessionId,
    sessionVersion: 1,
    presentIds: rows.map((row) => row.id),
    speakers: scenario.speakers,
    result,
    text,
    ...(result === "failed" ? failedWords(scenario) : {}),
  });
}

/** What the two sides ask for, where they quarrel about a sum and where about what somebody is to do. */
const claims = {
  pay: ["要求把该付的钱付清。", "认为金额不对，只同意付自己该付的部分。"],
  act: ["要求对方停下来，并把该做的做好。", "只同意做自己该做的部分。"],
} as const;

/** What the record of a session without agreement has to say: the sides' claims, why, and the ways that remain. */
const failedWords = ({ partyIds, matter }: Scenario) => ({
  statements: partyIds.map((partyId, i) => ({ partyId, text: claims[matter.promise.kind][i === 0 ? 0 : 1] })),
  outcome: matter.promise.kind === "pay" ? "双方对金额分歧较大，没有达成一致。" : "双方对责任分歧较大，没有达成一致。",
  routesTold: ["court" as const, "administration" as const],
});
