import type { SessionMode, Track } from "@/db/vocabulary";
import { readDispute } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { conflict } from "../../kernel/problem";
import { addDays, dayOf, instantOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { type Panel, panelIn } from "../../panel/reads/panel";
import type { Rules } from "../../rules/defaults";
import { dayOverridesOf, rulesByOwner } from "../../rules/queries";
import type { PlanInput } from "../inputs";
import { type Attendee, attendeesOf, type PanelSeat, type Part, partsOf } from "../parts/choose-attendees";
import { guestOf, solverInputOf } from "../parts/make-solver-input";
import { officeDays } from "../parts/office-days";
import { type PlanSlot, planRelaxations, planSlots, type Solved } from "../parts/plan-slots";
import {
  availabilityOf,
  type PieceParty,
  type PieceTime,
  type PlanPieces,
  partyTimesOf,
  planPieces,
} from "../parts/read-pieces";
import { solve } from "../parts/solve";
import type { Blocker } from "../parts/solver-input";

export type { PlanSlot };

export interface PlanForce {
  code: string;
  nameZh: string;
  nameEn: string;
  shortZh: string;
  shortEn: string;
}
export interface Plan {
  proceeding: { id: string; version: number; track: Track };
  title: string;
  number: string;
  risk: PlanPieces["risk"];
  head: string | null;
  /** The version of the neutral summary where nobody has written it yet: without it nobody is asked. */
  unwrittenSummary: number | null;
  /** Notices, consents, refusals, and ties the parties have been told of. */
  checks: {
    noticed: number;
    unconsented: number;
    refused: boolean;
    /** Ticked people some party has not agreed to; only where they had been asked before that changed. */
    disclosures: { name: string; isWaived: boolean }[];
    /** Forces the panel asks for, of which nobody may be asked until these parties agree. */
    unasked: { forceCode: string; parties: string[] }[];
  };
  parties: (PieceParty & { isTicked: boolean })[];
  forces: PlanForce[];
  attendees: Attendee[];
  parts: Part[];
  /** The hour held here already, which sending another one gives back. */
  held: { sessionId: string; startsAt: string; endsAt: string; room: string; heldUntil: string } | null;
  /** Hours that fit, best first; when there is none, those that come nearest. */
  slots: PlanSlot[];
  fits: boolean;
  blockers: Blocker[];
  tried: number;
  tookMs: number;
  relaxations: { who: Blocker; startsAt: string; room: string }[];
  removals: { who: Blocker; starts: number }[];
  /** For the lead alone. */
  times: PieceTime[];
  /** Whom the system would ask next, for each ticked force. */
  substitutes: { forceCode: string; names: string[] }[];
  minutes: number;
  days: number;
  mode: SessionMode;
}

const hour = 3_600_000;

/**
 * The convening page: who could come, the five best hours with their rooms, who would be missing at each, why there
 * are no better ones. Asked again with every tick. One statement each for the panel's people, the pieces, what people
 * and parties told of their time; the rest is calculated.
 */
export async function plan(ctx: Context, input: PlanInput): Promise<Plan> {
  const { actor, now } = ctx;
  const { disputeId, minutes, mode, choice } = input;
  return asActor(ctx, async (tx) => {
    const { countyId } = actor;
    // Whoever may read this may read the panel: the lead is of its staff.
    const [{ proceeding }, rulesOf] = await Promise.all([
      readDispute(tx, actor, "convening.read", disputeId),
      rulesByOwner(tx, countyId, dayOf(now)),
    ]);
    if (!proceeding) throw conflict("noProceeding");
    const rules = rulesOf(proceeding);
    const period = periodOf(input, now, rules);
    const of = { countyId, disputeId, proceedingId: proceeding.id };
    const [panel, pieces, times, overrides] = await Promise.all([
      panelIn(tx, of, now),
      planPieces(tx, of, period),
      partyTimesOf(tx, of),
      dayOverridesOf(tx, countyId),
    ]);
    const chosen = chosenOf(pieces, panel.forces, choice);
    const { attendees } = chosen;
    const during = { from: new Date(period.from.getTime() - 24 * hour), until: period.until };
    const personIds = attendees.map((one) => one.personId);
    const availability = await availabilityOf(tx, personIds, during);
    const solverInput = solverInputOf({
      pieces,
      ...chosen,
      times,
      availability,
      ...period,
      minutes,
      mode,
      officeDays: officeDays(period.firstDay, period.days, overrides),
      travelMinutes: rules["travel.minutes"],
    });
    const before = performance.now();
    const solution = solve(solverInput);
    const tookMs = performance.now() - before;
    const others = attendees
      .filter((one) => !one.isTicked)
      .map((one) => guestOf(one, availability.get(one.personId), pieces.held));
    const solved: Solved = { solution, solverInput, others, rooms: pieces.rooms };
    return {
      proceeding: { id: proceeding.id, version: proceeding.version, track: proceeding.track },
      ...frameOf(pieces, chosen.partyIds),
      checks: checksOf(pieces, panel, attendees),
      forces: forcesOf(panel),
      attendees,
      parts: chosen.parts,
      slots: planSlots(solved, now, { rules, overrides }),
      fits: solution.best.length > 0,
      blockers: [...solution.blockers],
      tried: solution.tried,
      tookMs: Math.round(tookMs),
      relaxations: planRelaxations(solved),
      removals: solution.help.removals.map(({ who, starts }) => ({ who, starts })),
      times,
      substitutes: substitutesOf(chosen),
      minutes,
      days: period.days,
      mode,
    };
  });
}

/** The days that are looked at: from the chosen day or today, never sooner than people must be told. */
function periodOf(input: PlanInput, now: Date, rules: Rules) {
  const today = dayOf(now);
  const days = input.days ?? rules["convening.windowDays"];
  const firstDay = input.fromDay && input.fromDay > today ? input.fromDay : today;
  const soonest = now.getTime() + rules["convening.noticeHours"] * hour;
  return {
    days,
    firstDay,
    from: new Date(Math.max(soonest, instantOf(firstDay, "00:00").getTime())),
    until: instantOf(addDays(firstDay, days + 1), "00:00"),
  };
}

interface Chosen {
  attendees: Attendee[];
  /** The attendees of forces, without staff. */
  helpers: Attendee[];
  parts: Part[];
  partyIds: string[];
}

/** Staff, helpers and parties, ticked as chosen, else as the panel suggests. */
function chosenOf(pieces: PlanPieces, seats: readonly PanelSeat[], choice: PlanInput["choice"]): Chosen {
  const staff: Attendee[] = pieces.staff.map(({ personId, name, post, isLead }) => ({
    personId,
    name,
    post,
    forceCode: null,
    standing: isLead ? "lead" : "staff",
    isEligible: true,
    isTicked: isLead || (choice?.personIds.includes(personId) ?? false),
    isShown: true,
    isNamed: false,
    hindrance: null,
  }));
  const helpers = attendeesOf(seats, pieces.asked, choice, pieces.held?.namedIds);
  return {
    attendees: [...staff, ...helpers],
    helpers,
    parts: partsOf(seats, helpers, pieces.asked, choice),
    partyIds: pieces.parties
      .filter((party) => (choice ? choice.partyIds.includes(party.id) : !party.isRepresented))
      .map((party) => party.id),
  };
}

/** What the page shows of the dispute itself. */
function frameOf(
  { title, number, risk, head, parties, held, unwrittenSummary }: PlanPieces,
  partyIds: readonly string[],
) {
  return {
    title,
    number,
    risk,
    head,
    unwrittenSummary,
    parties: parties.map((party) => ({ ...party, isTicked: partyIds.includes(party.id) })),
    held: held && {
      sessionId: held.sessionId,
      startsAt: held.startsAt,
      endsAt: held.endsAt,
      room: held.room,
      heldUntil: held.heldUntil,
    },
  };
}

function checksOf(pieces: PlanPieces, panel: Pick<Panel, "forces">, attendees: readonly Attendee[]): Plan["checks"] {
  const ticked = new Set(attendees.filter((one) => one.isTicked).map((one) => one.personId));
  return {
    noticed: pieces.noticed,
    unconsented: pieces.unconsented,
    refused: pieces.refused,
    disclosures: panel.forces
      .flatMap((force) => force.people)
      .filter((one) => ticked.has(one.personId) && one.ties.length > 0)
      .map((one) => ({ name: one.name, isWaived: one.barring.length === 0 })),
    unasked: panel.forces
      .filter((force) => force.need !== "none" && force.missing.length > 0)
      .map((force) => ({ forceCode: force.code, parties: force.missing.map((party) => party.name) })),
  };
}

const forcesOf = (panel: Pick<Panel, "forces">): PlanForce[] =>
  panel.forces.map(({ code, nameZh, nameEn, shortZh, shortEn }) => ({ code, nameZh, nameEn, shortZh, shortEn }));

const substitutesOf = ({ parts, helpers }: Chosen): Plan["substitutes"] =>
  parts.map(({ forceCode }) => ({
    forceCode,
    names: helpers
      .filter((one) => one.forceCode === forceCode && !one.isTicked && one.isEligible)
      .slice(0, 2)
      .map((one) => one.name),
  }));
