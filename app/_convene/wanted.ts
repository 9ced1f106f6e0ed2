import type { Needs, SessionNeeds } from "@/server/convening/reads/needs";

/** What a force counts for: so many who must come, if possible, or not at all. */
export type Weight = `${number}` | "optional" | "none";

/** What a session needs, as the form shows it: a weight for each asked force, and who must come in person. */
export interface Wanted {
  weights: Record<string, Weight>;
  namedIds: string[];
}

/** Forces that can be required: those required now and those of everyone invited or accepted. */
export function forcesOf(session: SessionNeeds, forces: Needs["forces"]): Needs["forces"] {
  const codes = new Set([
    ...session.quorum.needs.map((need) => need.forceCode),
    ...session.helpers.map((one) => one.forceCode),
  ]);
  return forces.filter((force) => codes.has(force.code));
}

/** Helpers who can be required in person; one already required but no longer taking part stays listed for removal. */
export function namableOf(session: SessionNeeds): { personId: string; name: string }[] {
  const known = new Set(session.helpers.map((one) => one.personId));
  const gone = session.quorum.needs.flatMap(({ personId, name }) =>
    personId && !known.has(personId) ? [{ personId, name: name ?? "" }] : [],
  );
  return [...session.helpers, ...gone];
}

/** The most members of a force that can be required. */
export function mostOf(session: SessionNeeds, code: string): number {
  const asked = session.helpers.filter((one) => one.forceCode === code).length;
  const needed = session.quorum.needs.find((need) => need.forceCode === code)?.seats ?? 1;
  return Math.max(1, asked, needed);
}

export function wantedOf(session: SessionNeeds, forces: Needs["forces"]): Wanted {
  const weightOf = (code: string): Weight => {
    const need = session.quorum.needs.find((one) => one.forceCode === code);
    return need ? (need.isRequired ? `${need.seats}` : "optional") : "none";
  };
  return {
    weights: Object.fromEntries(forcesOf(session, forces).map(({ code }) => [code, weightOf(code)])),
    namedIds: session.quorum.needs.flatMap((need) => need.personId ?? []),
  };
}

/** The form as the act takes it. */
export function needsOfWanted(session: SessionNeeds, { weights, namedIds }: Wanted) {
  const forces = Object.entries(weights).flatMap(([forceCode, weight]) =>
    weight === "none"
      ? []
      : weight === "optional"
        ? [{ forceCode, seats: mostOf(session, forceCode), isRequired: false }]
        : [{ forceCode, seats: Number(weight), isRequired: true }],
  );
  return [...forces, ...namedIds.map((personId) => ({ personId, isRequired: true }))];
}
