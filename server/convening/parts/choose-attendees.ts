import type { InvitationStatus, PanelNeed, TieKind } from "@/db/vocabulary";
import type { ForcePart, PlanInput } from "../inputs";

/** A person a plan may include: staff, joined, asked, or suggested. */
export interface Attendee {
  personId: string;
  name: string;
  post: string;
  /** Null for staff. */
  forceCode: string | null;
  standing: "lead" | "staff" | "joined" | "asked" | "suggested";
  /** Whether they may be asked now: the parties have agreed and no tie bars them. */
  isEligible: boolean;
  isTicked: boolean;
  /** Shown at once; the others behind "more". */
  isShown: boolean;
  /** They must come in person: nobody else of their force may replace them. */
  isNamed: boolean;
  /** Why they may not be asked; null when they may. */
  hindrance: Hindrance | null;
}

/** A party said no to them, they are tied to one, or some party has not agreed yet. */
export type Hindrance = "objection" | "tied" | "consent";

export interface PanelSeat {
  code: string;
  need: PanelNeed;
  seats: number;
  people: {
    personId: string;
    name: string;
    post: string;
    isEligible: boolean;
    status: InvitationStatus | null;
    barring: TieKind[];
    missing: unknown[];
  }[];
}
export interface AskedPerson {
  personId: string;
  name: string;
  post: string;
  forceCode: string;
  status: InvitationStatus;
  isRequired: boolean;
}

function hindranceOf({ isEligible, barring, missing }: PanelSeat["people"][number]): Hindrance | null {
  if (isEligible) return null;
  if (barring.includes("objection")) return "objection";
  if (barring.length > 0) return "tied";
  return missing.length > 0 ? "consent" : null;
}

/** People of a force in the order of preference: those who joined, those asked, then the panel's best. */
function peopleOf(
  seat: PanelSeat,
  asked: readonly AskedPerson[],
): Omit<Attendee, "isTicked" | "isShown" | "isNamed">[] {
  const of = asked.filter((one) => one.forceCode === seat.code);
  const order = (one: AskedPerson) => (one.status === "accepted" ? 0 : 1);
  const known = [...of]
    .sort((a, b) => order(a) - order(b))
    .map(({ personId, name, post, status }) => ({
      personId,
      name,
      post,
      forceCode: seat.code,
      standing: status === "accepted" ? ("joined" as const) : ("asked" as const),
      isEligible: true,
      hindrance: null,
    }));
  const fresh = seat.people
    .filter((one) => !asked.some((other) => other.personId === one.personId) && one.status === null)
    .map((one) => ({
      personId: one.personId,
      name: one.name,
      post: one.post,
      forceCode: seat.code,
      standing: "suggested" as const,
      isEligible: one.isEligible,
      hindrance: hindranceOf(one),
    }));
  return [...known, ...fresh];
}

/**
 * The suggested panel as rows: its seats filled, and one more person of each wanted force as an alternative. `named` are
 * the people whom the session held here already needs in person.
 */
export function attendeesOf(
  seats: readonly PanelSeat[],
  asked: readonly AskedPerson[],
  choice: PlanInput["choice"],
  named: readonly string[] = [],
): Attendee[] {
  const bound = new Set(choice ? choice.namedIds : named);
  const taken = new Set<string>();
  return seats.flatMap((seat) => {
    const people = peopleOf(seat, asked).filter((one) => !taken.has(one.personId));
    for (const one of people) taken.add(one.personId);
    let left = seat.need === "none" ? 0 : seat.seats;
    let spare = seat.need === "none" ? 0 : 1;
    return people.map((one) => {
      const isKnown = one.standing !== "suggested";
      const fills = isKnown || (one.isEligible && left > 0);
      if (fills) left -= 1;
      const isSpare = !fills && one.isEligible && spare > 0;
      if (isSpare) spare -= 1;
      const isTicked = choice ? choice.personIds.includes(one.personId) && one.isEligible : fills;
      const isNamed = isTicked && bound.has(one.personId);
      return { ...one, isTicked, isShown: fills || isSpare || isTicked, isNamed };
    });
  });
}

/** How many of the ticked people of each force are needed; people needed in person are not counted here. */
export interface Part {
  forceCode: string;
  part: ForcePart;
  seats: number;
}

/** What each force is asked for: as chosen, else as the panel says. */
export function partsOf(
  seats: readonly PanelSeat[],
  attendees: readonly Attendee[],
  asked: readonly AskedPerson[],
  choice: PlanInput["choice"],
): Part[] {
  return seats.flatMap((seat) => {
    const ofForce = attendees.filter((one) => one.forceCode === seat.code && one.isTicked);
    const ticked = ofForce.filter((one) => !one.isNamed).length;
    if (ticked === 0) return [];
    const wanted = Math.max(1, seat.seats - (ofForce.length - ticked));
    const isWanted =
      seat.need === "required" ||
      (seat.need === "none" && asked.some((one) => one.forceCode === seat.code && one.isRequired));
    const usual: ForcePart = !isWanted ? "optional" : ticked > wanted ? "any" : "all";
    const chosen = choice?.parts.find((one) => one.forceCode === seat.code)?.part ?? usual;
    const part: ForcePart = chosen === "any" && ticked < 2 ? "all" : chosen;
    return [{ forceCode: seat.code, part, seats: part === "any" ? Math.min(wanted, ticked - 1) : ticked }];
  });
}
