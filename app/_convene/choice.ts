import type { ForcePart } from "@/server/convening/inputs";
import type { Plan, PlanSlot } from "@/server/convening/reads/plan";

export type { Plan, PlanSlot } from "@/server/convening/reads/plan";
export type Attendee = Plan["attendees"][number];
export type Party = Plan["parties"][number];

/** What the page asks of the solver. */
export interface Choice {
  partyIds: string[];
  personIds: string[];
  parts: { forceCode: string; part: ForcePart }[];
  /** Helpers for whom nobody may stand in. */
  namedIds: string[];
}

/** The ticks a plan stands for. */
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
 * The next way this helper may count; in person comes after "as it can be", and all of the force after that. Goes by
 * what is chosen, since the plan may still be reckoned from the press before.
 */
export function withNextPart(choice: Choice, plan: Plan, { personId, forceCode }: Attendee): Choice {
  if (!forceCode) return choice;
  if (choice.namedIds.includes(personId)) return withPart(withNamed(choice, personId), forceCode, "all");
  const part = choice.parts.find((one) => one.forceCode === forceCode)?.part ?? "all";
  if (part === "optional") return withNamed(choice, personId);
  return withPart(choice, forceCode, nextPart(part, together(plan, choice, forceCode)));
}

/** The plan with the ticks as they are now, until its hours have been reckoned for them. */
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

/** The next way a force may count: all of them, so many of them, as it can be. One alone is either needed or not. */
function nextPart(part: ForcePart, ticked: number): ForcePart {
  if (part === "all") return ticked > 1 ? "any" : "optional";
  return part === "any" ? "optional" : "all";
}

/** The same wishes with one who stands in the way no longer required; null where that cannot be said. */
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
    // A side without anybody is no mediation between all of them.
    return isAlone ? null : withParty(choice, who.id);
  }
  return null;
}

export interface Receivers {
  /** Will be asked: not yet in, and not known to be away. */
  invitees: Attendee[];
  /** Are in already and can come. */
  seated: Attendee[];
  /** Ticked, but known not to be able to: not asked to this hour. */
  away: Attendee[];
}

/** Who would hear of this hour. */
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
 * What the session needs, counted without those who are away. Whoever must come in person counts for their force too,
 * so the seats of the others stand on top of theirs.
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

/** The same where only forces can be told: a time that is held and nobody asked to it. */
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
