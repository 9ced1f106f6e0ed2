import type { ProceedingRow } from "../../access/gate";
import { dayOf } from "../../kernel/shanghai";
import { type Act, proceedingOf } from "../perform";
import { factsOf } from "../reads/facts";

/** The day ('YYYY-MM-DD') on which a proceeding was taken up: as it was said where it was entered later, else of its entry. */
export const acceptedDay = ({ acceptedOn, acceptedAt }: Pick<ProceedingRow, "acceptedOn" | "acceptedAt">): string =>
  acceptedOn ?? dayOf(acceptedAt);

/**
 * The first day of the act's proceeding, before which nothing of it can have happened: its acceptance, or a session that
 * was held before anybody could accept it, at night or in the street.
 */
export async function beganOn(act: Act): Promise<string> {
  const proceeding = proceedingOf(act);
  const { firstSessionOn } = await factsOf(act.tx, act.countyId, proceeding.id, act.now);
  const accepted = acceptedDay(proceeding);
  return firstSessionOn && firstSessionOn < accepted ? firstSessionOn : accepted;
}
