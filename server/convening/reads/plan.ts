import type { SessionMode, Track } from "@/db/vocabulary";
import { readDispute } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { conflict } from "../../kernel/problem";
import { addDays, dayOf, instantOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { panelOf } from "../../panel/reads/panel";
import { dayOverridesOf, rulesOn } from "../../rules/queries";
import type { PlanInput } from "../inputs";
import { answerTimes } from "../parts/answer-times";
import { type Attendee, attendeesOf, type PanelSeat, type Part, partsOf } from "../parts/choose-attendees";
import { guestOf, solverInputOf } from "../parts/make-solver-input";
import { officeDays } from "../parts/office-days";
import { guestPresence } from "../parts/presence";
import {
  availabilityOf,
  type PieceParty,
  type PieceTime,
  type PlanPieces,
  partyTimesOf,
  planPieces,
} from "../parts/read-pieces";
import { type Solution, solve } from "../parts/solve";
import type { Blocker, EvaluatedSlot, Presence, SolverInput } from "../parts/solver-input";

export interface PlanSlot {
  startsAt: string;
  endsAt: string;
  room: { id: string; name: string; seats: number; point: string; address: string };
  /** By id of person or party, the unticked ones too. */
  presence: Record<string, Presence>;
  blockers: Blocker[];
  missing: Blocker[];
  doubts: number;
  /** If it were sent now. */
  answerBy: string;
  heldUntil: string;
}
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

/** Half an hour earlier is no reason to do without somebody. */
const worthAsking = 3 * hour;
const earlierBy = ({ best, help }: Solution) =>
  help.relaxations.filter(({ start }) => !best[0] || start <= best[0].start - worthAsking);

/** Everyone's state at an hour, those nobody has ticked included. */
function presenceOf(slot: EvaluatedSlot, solverInput: SolverInput, others: readonly ReturnType<typeof guestOf>[]) {
  const room = solverInput.rooms.find((one) => one.id === slot.roomId);
  const to = slot.start + solverInput.minutes * 60_000;
  const point = solverInput.travelMinutes > 0 ? (room?.pointId ?? null) : null;
  const at = { from: slot.start, to, point, travelMinutes: solverInput.travelMinutes };
  return {
    ...Object.fromEntries(others.map((other) => [other.id, guestPresence(other, at)])),
    ...Object.fromEntries(slot.presence),
  };
}

/**
 * The convening page: who could come, the five best hours with their rooms, who would be missing at each, why there
 * are no better ones. Asked again with every tick. One statement each for the panel's people, the pieces, what people
 * and parties told of their time; the rest is reckoned.
 */
export async function plan(ctx: Context, input: PlanInput): Promise<Plan> {
  const { actor, now } = ctx;
  const { disputeId, minutes, mode, choice } = input;
  const panel = await panelOf(ctx, { disputeId });
  return asActor(ctx, async (tx) => {
    const { proceeding } = await readDispute(tx, actor, "convening.read", disputeId);
    if (!proceeding) throw conflict("noProceeding");
    const { countyId } = actor;

    const today = dayOf(now);
    const rules = await rulesOn(tx, countyId, today);
    const days = input.days ?? rules["convening.windowDays"];
    const firstDay = input.fromDay && input.fromDay > today ? input.fromDay : today;
    const from = new Date(
      Math.max(now.getTime() + rules["convening.noticeHours"] * hour, instantOf(firstDay, "00:00").getTime()),
    );
    const until = instantOf(addDays(firstDay, days + 1), "00:00");
    const of = { countyId, disputeId, proceedingId: proceeding.id };
    const pieces = await planPieces(tx, of, { from, until }, now);
    const seats: PanelSeat[] = panel.forces;
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
    const attendees = [...staff, ...helpers];
    const parts = partsOf(seats, helpers, pieces.asked, choice);
    const partyIds = pieces.parties.map((party) => party.id).filter((id) => !choice || choice.partyIds.includes(id));
    const during = { from: new Date(from.getTime() - 24 * hour), until };
    const availability = await availabilityOf(
      tx,
      attendees.map((one) => one.personId),
      during,
    );
    const times = await partyTimesOf(tx, of);
    const solverInput = solverInputOf({
      pieces,
      attendees,
      parts,
      partyIds,
      times,
      availability,
      from,
      until,
      minutes,
      mode,
      officeDays: officeDays(firstDay, days, await dayOverridesOf(tx, countyId)),
      travelMinutes: rules["travel.minutes"],
    });
    const before = performance.now();
    const solution: Solution = solve(solverInput);
    const tookMs = performance.now() - before;
    const others = attendees
      .filter((one) => !one.isTicked)
      .map((one) => guestOf(one, availability.get(one.personId), pieces.held));
    const roomOf = (id: string) => {
      const room = pieces.rooms.find((one) => one.id === id);
      if (!room) throw new Error("the solver named a room it was not given");
      const { name, seats: size, point, address } = room;
      return { id, name, seats: size, point, address };
    };
    const candidates = panel.forces.flatMap((force) => force.people);
    const ticked = new Set(attendees.filter((one) => one.isTicked).map((one) => one.personId));
    return {
      proceeding: { id: proceeding.id, version: proceeding.version, track: proceeding.track },
      title: pieces.title,
      number: pieces.number,
      risk: pieces.risk,
      head: pieces.head,
      checks: {
        noticed: pieces.noticed,
        unconsented: pieces.unconsented,
        refused: pieces.refused,
        disclosures: candidates
          .filter((one) => ticked.has(one.personId) && one.ties.length > 0)
          .map((one) => ({ name: one.name, isWaived: one.barring.length === 0 })),
        unasked: panel.forces
          .filter((force) => force.need !== "none" && force.missing.length > 0)
          .map((force) => ({ forceCode: force.code, parties: force.missing.map((party) => party.name) })),
      },
      parties: pieces.parties.map((party) => ({ ...party, isTicked: partyIds.includes(party.id) })),
      forces: panel.forces.map(({ code, nameZh, nameEn, shortZh, shortEn }) => ({
        code,
        nameZh,
        nameEn,
        shortZh,
        shortEn,
      })),
      attendees,
      parts,
      held: pieces.held && {
        sessionId: pieces.held.sessionId,
        startsAt: pieces.held.startsAt,
        endsAt: pieces.held.endsAt,
        room: pieces.held.room,
        heldUntil: pieces.held.heldUntil,
      },
      slots: (solution.best.length > 0 ? solution.best : solution.nearMisses).map((slot) => {
        const startsAt = new Date(slot.start);
        const { answerBy, heldUntil } = answerTimes(startsAt, now, rules);
        return {
          startsAt: startsAt.toISOString(),
          endsAt: new Date(slot.start + minutes * 60_000).toISOString(),
          room: roomOf(slot.roomId),
          presence: presenceOf(slot, solverInput, others),
          blockers: [...slot.blockers],
          missing: [...slot.missing],
          doubts: slot.doubts,
          answerBy: answerBy.toISOString(),
          heldUntil: heldUntil.toISOString(),
        };
      }),
      fits: solution.best.length > 0,
      blockers: [...solution.blockers],
      tried: solution.tried,
      tookMs: Math.round(tookMs),
      relaxations: earlierBy(solution).map(({ who, start, roomId }) => ({
        who,
        startsAt: new Date(start).toISOString(),
        room: roomOf(roomId).name,
      })),
      removals: solution.help.removals.map(({ who, starts }) => ({ who, starts })),
      times,
      substitutes: parts.map(({ forceCode }) => ({
        forceCode,
        names: helpers
          .filter((one) => one.forceCode === forceCode && !one.isTicked && one.isEligible)
          .slice(0, 2)
          .map((one) => one.name),
      })),
      minutes,
      days,
      mode,
    };
  });
}
