import { addMonths } from "../../kernel/shanghai";

interface Aged {
  isMinor: boolean;
  /** The birthday where it is known, 'YYYY-MM-DD'. */
  bornOn: string | null;
  lacksCapacity: boolean;
  /** Why a minor of 16 or more acts themself; empty for everybody else. */
  ownWagesReason: string;
}

/**
 * Whether somebody is a minor on a day: until their eighteenth birthday where it is known (民法典 17), else as they are marked. As
 * app.is_minor_on.
 */
const isMinorOn = ({ isMinor, bornOn }: Aged, day: string): boolean =>
  bornOn === null ? isMinor : addMonths(bornOn, 18 * 12) > day;

/**
 * Whether a guardian acts for them on a day: for a minor, unless they are 16 or more and live on their own wages, and for an
 * adult who cannot judge what they do (民法典 18–24).
 */
export const needsGuardian = (party: Aged, day: string): boolean =>
  party.lacksCapacity || (party.ownWagesReason === "" && isMinorOn(party, day));
