import type { ForcePart } from "@/server/convening/inputs";
import type { Plan, PlanSlot } from "@/server/convening/reads/plan";

export type { Plan, PlanSlot } from "@/server/convening/reads/plan";
export type Attendee = Plan["attendees"][number];
export type Party = Plan["parties"][number];

/** What the page sends to the solver. */
export interface Choice {
  partyIds: string[];
  personIds: string[];
  parts: { forceCode: string; part: ForcePart }[];
  /** Helpers who must come in person; nobody may replace them. */
  namedIds: string[];
}

/** The choice that a plan was computed for. */
export const choiceOf = (plan: Plan): Choice => ({
  partyIds: plan.parties.filter((one) => one.isTicked).map((one) => one.id),
  personIds: plan.attendees.filter((one) => one.isTicked).map((one) => one.personId),
  parts: plan.parts.map(({ forceCode, part }) => ({ forceCode, part })),
  namedIds: plan.attendees.filter((one) => one.isNamed).map((one) => one.personId),
});

const toggled = (ids: readonly string[], id: string) =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];

export const withPerson = (choice: Choice, id: string): Choice => ({
  ...choice,
  personIds: toggled(choice.personIds, id),
});
export const withParty = (choice: Choice, id: string): Choice => ({
  ...choice,
  partyIds: toggled(choice.partyIds, id),
});
export const withPart = (choice: Choice, forceCode: string, part: ForcePart): Choice => ({
  ...choice,
  parts: [...choice.parts.filter((one) => one.forceCode !== forceCode), { forceCode, part }],
});

export const withNamed = (choice: Choice, id: string): Choice => ({
  ...choice,
  namedIds: toggled(choice.namedIds, id),
});

/** How many of a force are ticked and not bound in person. */
const together = (plan: Plan, { personIds, namedIds }: Choice, forceCode: string) =>
  plan.attendees.filter(
    (one) => one.forceCode === forceCode && personIds.includes(one.personId) && !namedIds.includes(one.personId),
  ).length;

/**
 * The next requirement for this helper; in person comes after "if possible", and all of the force after that. Follows
 * the choice on the page, since the plan may still be computed from the choice before.
 */
export function withNextPart(choice: Choice, plan: Plan, { personId, forceCode }: Attendee): Choice {
  if (!forceCode) return choice;
  if (choice.namedIds.includes(personId)) return withPart(withNamed(choice, personId), forceCode, "all");
  const part = choice.parts.find((one) => one.forceCode === forceCode)?.part ?? "all";
  if (part === "optional") return withNamed(choice, personId);
  return withPart(choice, forceCode, nextPart(part, together(plan, choice, forceCode)));
}

/** The plan with the ticks as they are now, until its hours have been computed for them. */
export function asChosen(plan: Plan, choice: Choice): Plan {
  const isOne = (ids: readonly string[], id: string) => ids.includes(id);
  const partOf = (part: Plan["parts"][number]): Plan["parts"][number] => {
    const chosen = choice.parts.find((one) => one.forceCode === part.forceCode)?.part ?? part.part;
    return {
      ...part,
      part: chosen,
      seats:
        chosen === "any" ? Math.max(1, Math.min(part.seats, together(plan, choice, part.forceCode) - 1)) : part.seats,
    };
  };
  return {
    ...plan,
    parties: plan.parties.map((one) => ({ ...one, isTicked: isOne(choice.partyIds, one.id) })),
    attendees: plan.attendees.map((one) => ({
      ...one,
      isTicked: one.standing === "lead" || isOne(choice.personIds, one.personId),
      isNamed: isOne(choice.namedIds, one.personId) && isOne(choice.personIds, one.personId),
    })),
    parts: plan.parts.map(partOf),
  };
}

/** The next requirement for a force: all of them, so many, or if possible. A single one is either required or not. */
function nextPart(part: ForcePart, ticked: number): ForcePart {
  if (part === "all") return ticked > 1 ? "any" : "optional";
  return part === "any" ? "optional" : "all";
}

/** The same choice with one of those who prevent a date no longer required; null where that cannot be dropped. */
export function relaxed(plan: Plan, who: PlanSlot["blockers"][number]): Choice | null {
  const choice = choiceOf(plan);
  if (who.kind === "group") return withPart(choice, who.id, "optional");
  if (who.kind === "guest") {
    const attendee = plan.attendees.find((one) => one.personId === who.id);
    const forceCode = attendee?.forceCode;
    if (!forceCode) return null;
    if (attendee.isNamed) return withPart(withNamed(choice, who.id), forceCode, "optional");
    return withPart(choice, forceCode, together(plan, choice, forceCode) > 1 ? "any" : "optional");
  }
  if (who.kind === "party") {
    const party = plan.parties.find((one) => one.id === who.id);
    const isAlone = !plan.parties.some((one) => one.isTicked && one.id !== who.id && one.side === party?.side);
    // Without any person on one side it would not be a mediation between all of them.
    return isAlone ? null : withParty(choice, who.id);
  }
  return null;
}

export interface Receivers {
  /** Will be asked: not yet in, and not known to be away. */
  invitees: Attendee[];
  /** Have accepted already and can come. */
  seated: Attendee[];
  /** Ticked, but known to be unable to come: not asked for this hour. */
  away: Attendee[];
}

/** Everyone who would be told about this hour. */
export function receiversOf(plan: Plan, slot: PlanSlot): Receivers {
  const ticked = plan.attendees.filter((one) => one.isTicked);
  const isAway = (one: Attendee) => slot.presence[one.personId] === "cannot";
  return {
    invitees: ticked.filter((one) => !isAway(one) && (one.standing === "suggested" || one.standing === "asked")),
    seated: ticked.filter(
      (one) => one.standing === "lead" || (!isAway(one) && (one.standing === "staff" || one.standing === "joined")),
    ),
    away: ticked.filter((one) => isAway(one) && one.standing !== "lead"),
  };
}

const namedOf = (plan: Plan) => plan.attendees.filter((one) => one.isNamed);

/**
 * What the session needs, without those who are away. Whoever must come in person also counts for their force, so
 * the seats required of the others are added to theirs.
 */
export function needsOf(plan: Plan, slot: PlanSlot) {
  const { away } = receiversOf(plan, slot);
  return plan.parts.flatMap(({ forceCode, part, seats }) => {
    const missing = away.filter((one) => one.forceCode === forceCode && !one.isNamed).length;
    const left = part === "any" ? seats : seats - missing;
    const named = namedOf(plan).filter((one) => one.forceCode === forceCode).length;
    return left > 0 ? [{ forceCode, seats: left + named, isRequired: part !== "optional" }] : [];
  });
}

/** The same for a held time to which nobody is invited yet: only forces can be named. */
export function roughNeedsOf(plan: Plan, slot: PlanSlot) {
  const needs = needsOf(plan, slot);
  const alone = [...new Set(namedOf(plan).map((one) => one.forceCode ?? ""))].filter(
    (code) => !needs.some((need) => need.forceCode === code),
  );
  return [
    ...needs,
    ...alone.map((forceCode) => ({
      forceCode,
      seats: namedOf(plan).filter((one) => one.forceCode === forceCode).length,
      isRequired: true,
    })),
  ];
}

export const namedIdsOf = (plan: Plan): string[] => namedOf(plan).map((one) => one.personId);
