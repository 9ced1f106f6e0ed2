import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clues, policeCalls, repeatGroups } from "@/db/schema/calls";
import { disputeFacts, disputes } from "@/db/schema/disputes";
import { people } from "@/db/schema/people";
import { stations } from "@/db/schema/places";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { nextNumber } from "../kernel/counter";
import type { NewEvent } from "../kernel/events";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import { dayOf, yearOf } from "../kernel/shanghai";
import type { Rules } from "../rules/defaults";
import { afterOfficeHours } from "../rules/office-hours";
import { dayOverridesOf, rulesOn } from "../rules/queries";
import type { DayOverrides } from "../rules/workdays";
import { higherRisk, proposedRisk } from "./choices";
import type { RegisterDisputeInput } from "./inputs";
import { addParties } from "./parts/add-parties";
import { withCallersPhones } from "./parts/callers-phones";
import { checkReferral } from "./parts/check-referral";
import { decideTrack } from "./parts/decide-track";
import { defaultTitle } from "./parts/default-title";
import { keepAnswers } from "./parts/keep-answers";
import { lookForRelapse } from "./parts/look-for-relapse";
import { riskRaised } from "./parts/raise-risk";
import { recordRelapse } from "./parts/record-relapse";
import { performWithin } from "./perform";

/** The committee of the mediation room in this station: the actor's own, else the one the station's mediators belong to. */
async function committeeOf(tx: Tx, actor: PersonActor, stationId: string): Promise<string> {
  if (actor.committeeId) return actor.committeeId;
  const [resident] = await tx
    .select({ committeeId: people.committeeId })
    .from(people)
    .where(
      and(
        eq(people.countyId, actor.countyId),
        eq(people.stationId, stationId),
        eq(people.role, "mediator"),
        isNull(people.disabledAt),
      ),
    )
    .limit(1);
  if (!resident?.committeeId) throw invalid("noCommittee");
  return resident.committeeId;
}

/** LW-2026-0417: station code, year, and a gapless number of that station and year. */
async function disputeNumber(tx: Tx, countyId: string, stationId: string, now: Date): Promise<string> {
  const year = yearOf(now);
  const [[station], n] = await Promise.all([
    tx
      .select({ code: stations.code })
      .from(stations)
      .where(and(eq(stations.countyId, countyId), eq(stations.id, stationId))),
    nextNumber(tx, countyId, stationId, "dispute", year),
  ]);
  if (!station) throw invalid("unknownReference");
  return `${station.code}-${year}-${String(n).padStart(4, "0")}`;
}

/** Its calls with their groups, and its clue. All is sent at once, so that the event, which follows, covers it. */
async function attach(
  tx: Tx,
  actor: PersonActor,
  disputeId: string,
  input: RegisterDisputeInput,
  now: Date,
): Promise<void> {
  const { countyId } = actor;
  const { callIds, clueId } = input;
  const isOne = and(eq(clues.countyId, countyId), eq(clues.id, clueId ?? ""), eq(clues.status, "new"));
  const taken = { status: "taken" as const, disputeId, handledBy: actor.personId, handledAt: now };
  const [calls, , clue] = await Promise.all([
    callIds.length > 0 ? takeCalls(tx, countyId, disputeId, callIds) : null,
    callIds.length > 0 ? takeGroups(tx, countyId, disputeId) : null,
    clueId ? tx.update(clues).set(taken).where(isOne).returning({ id: clues.id }).execute() : null,
  ]);
  if (calls && calls.length !== new Set(callIds).size) throw invalid("callAlreadyAttached");
  if (clue?.length === 0) throw invalid("clueAlreadyHandled");
}

const takeCalls = (tx: Tx, countyId: string, disputeId: string, callIds: string[]) =>
  tx
    .update(policeCalls)
    .set({ disputeId })
    .where(and(eq(policeCalls.countyId, countyId), inArray(policeCalls.id, callIds), isNull(policeCalls.disputeId)))
    .returning({ id: policeCalls.id })
    .execute();

/** The groups of the calls that it has by now. */
function takeGroups(tx: Tx, countyId: string, disputeId: string) {
  const itsGroups = tx
    .select({ id: policeCalls.groupId })
    .from(policeCalls)
    .where(and(eq(policeCalls.countyId, countyId), eq(policeCalls.disputeId, disputeId)));
  return tx
    .update(repeatGroups)
    .set({ disputeId })
    .where(
      and(eq(repeatGroups.countyId, countyId), isNull(repeatGroups.disputeId), inArray(repeatGroups.id, itsGroups)),
    )
    .execute();
}

/** Where a new dispute belongs, its number, and until when it has to be triaged. */
interface Belongings {
  stationId: string;
  number: string;
  committeeId: string;
  rules: Rules;
  overrides: DayOverrides;
  triageDueAt: Date;
}

/** Refuses a relapse of a dispute that the actor cannot read, as one that is not there. */
async function requireReadable(tx: Tx, countyId: string, disputeId: string): Promise<void> {
  const [found] = await tx
    .select({ id: disputes.id })
    .from(disputes)
    .where(and(eq(disputes.countyId, countyId), eq(disputes.id, disputeId)));
  if (!found) throw invalid("unknownReference");
}

/** Takes the next number of the actor's station. Refuses with workplaceNeeded, noCommittee, unknownReference. */
export async function belongings(
  tx: Tx,
  actor: PersonActor,
  now: Date,
  relapseOf: string | null = null,
): Promise<Belongings> {
  const { stationId, countyId } = actor;
  if (!stationId) throw invalid("workplaceNeeded");
  const [number, committeeId, rules, overrides] = await Promise.all([
    disputeNumber(tx, countyId, stationId, now),
    committeeOf(tx, actor, stationId),
    rulesOn(tx, countyId, dayOf(now)),
    dayOverridesOf(tx, countyId),
    relapseOf ? requireReadable(tx, countyId, relapseOf) : null,
  ]);
  const triageDueAt = afterOfficeHours(now, rules["triage.hours"], { rules, overrides });
  return { stationId, number, committeeId, rules, overrides, triageDueAt };
}

/**
 * Writes a dispute with its parties and attaches its calls and clue; part of registering and of activation. `written` is to
 * be awaited before the act ends: until then nobody knows whether the rows were refused.
 */
export function insertDispute(
  tx: Tx,
  actor: PersonActor,
  input: RegisterDisputeInput,
  now: Date,
  { stationId, number, committeeId, rules, overrides, triageDueAt }: Belongings,
): { disputeId: string; number: string; written: Promise<unknown>; after: NewEvent[] } {
  const { countyId } = actor;
  const disputeId = newId(now);
  if (input.startedOn && input.startedOn > dayOf(now)) throw invalid("dayInFuture");
  // What was answered may be worse than what was chosen, never better.
  const risk = higherRisk(input.risk, proposedRisk(input.asked));
  // `execute` sends at once, so that they arrive in this order without waiting for each other.
  const written = Promise.all([
    tx
      .insert(disputes)
      .values({
        countyId,
        id: disputeId,
        number,
        stationId,
        committeeId,
        title: input.title || defaultTitle(input.parties, input.place),
        type: input.type,
        source: input.source,
        place: input.place,
        referredBy: input.referredBy,
        referralNumber: input.referralNumber,
        pointId: input.pointId,
        startedOn: input.startedOn,
        risk,
        riskReason: input.riskReason,
        registeredBy: actor.personId,
        registeredAt: now,
        triageDueAt,
        relapseOf: input.relapseOf,
      })
      .execute(),
    tx
      .insert(disputeFacts)
      .values({
        countyId,
        disputeId,
        facts: input.facts,
        requests: input.requests ?? "",
        neutralSummary: input.neutralSummary,
      })
      .execute(),
    addParties(tx, { countyId, disputeId, now, rules }, input.parties, 1),
    attach(tx, actor, disputeId, input, now),
    keepAnswers(
      { tx, actor, now, rules, overrides, disputeId, stationId },
      { given: [], record: [] },
      { ...input.also, ...input.asked },
      { givenAs: "registration", reason: "" },
    ),
    input.relapseOf ? recordRelapse(tx, { actor, now }, { disputeId: input.relapseOf, by: number }) : null,
  ]);
  return { disputeId, number, written, after: [...riskRaised(disputeId, null, risk), ...clueTaken(input.clueId)] };
}

/** What its reporter is told: on the county's chain, since they are told nothing of the dispute. */
const clueTaken = (clueId: string | null): NewEvent[] =>
  clueId ? [{ action: "clue.take", payload: { clueId, accepted: true } }] : [];

/** The payload of a new dispute's event. */
export const registered = (input: RegisterDisputeInput, number: string) => ({
  number,
  source: input.source,
  type: input.type,
  parties: input.parties.length,
});

/** The registration, and the proceeding that it opened where it was taken up at once. */
export interface Registered {
  disputeId: string;
  number: string;
  proceedingId?: string | null;
}

/**
 * Takes a dispute in: a walk-in, a call, a clue or a referral. Gives its id and number. It then waits
 * for triage, or is taken up in the same act, with an event of its own: where the gate bars the track, nothing is written.
 * Oral applications count; intake must be registered (若干规定 23–24). Whoever answers for the risk is told.
 */
export function registerDispute(ctx: ActContext, input: RegisterDisputeInput): Promise<Registered> {
  const { actor, now } = ctx;
  return act(
    ctx,
    "dispute.register",
    input,
    (who) => requireRole(who, "dispute.register"),
    async (tx, its) => {
      checkReferral(input);
      const { accept } = input;
      const parties = await withCallersPhones(tx, actor.countyId, input);
      const { written, after, ...result } = insertDispute(tx, actor, { ...input, parties }, now, its);
      const { disputeId } = result;
      const jobs = input.relapseOf ? [] : [lookForRelapse(actor.countyId, "dispute", disputeId)];
      const done = { result, disputeId, payload: registered(input, result.number), after, written, jobs };
      if (!accept) return done;
      const triage = { disputeId, overrideReason: "", notAcceptedReason: null, ...accept };
      const follow = async () => ({
        ...result,
        ...(await performWithin(tx, ctx, "dispute.triage", triage, decideTrack)),
      });
      return { ...done, follow };
    },
    (tx: Tx) => belongings(tx, actor, now, input.relapseOf),
  );
}
