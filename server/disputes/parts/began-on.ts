import { dayOf } from "../../kernel/shanghai";
import { type Act, proceedingOf } from "../perform";
import { factsOf } from "../reads/facts";

/**
 * The first day of the act's proceeding, before which nothing of it can have happened: its acceptance, or a session that
 * was held before anybody could accept it, at night or in the street.
 */
export async function beganOn(act: Act): Promise<string> {
  const proceeding = proceedingOf(act);
  const { firstSessionOn } = await factsOf(act.tx, act.countyId, proceeding.id, act.now);
  const accepted = dayOf(proceeding.acceptedAt);
  return firstSessionOn && firstSessionOn < accepted ? firstSessionOn : accepted;
}
