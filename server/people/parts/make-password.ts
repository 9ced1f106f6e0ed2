import { randomInt } from "node:crypto";
import { passwordFault } from "../../account/parts/password-fault";

// Without letters and digits that look alike when read out or copied by hand.
const capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
const smalls = "abcdefghijkmnpqrstuvwxyz";
const digits = "23456789";
const one = (letters: string) => letters[randomInt(letters.length)] ?? "";

/** A password shown once. Null on a replay: it is stored nowhere, so it cannot be shown again. */
export interface NewPassword {
  personId: string;
  username: string;
  password: string | null;
}

const drawn = () => Array.from({ length: 4 }, () => one(capitals) + one(smalls) + one(smalls) + one(digits)).join("-");

/**
 * A password to be used once, e.g. "Kfw7-Qxm2-Wnt9-Hrp4": about 66 bits. One that chance made of words and runs, which nobody
 * would be allowed to choose, is drawn anew.
 */
export function makePassword(): string {
  for (;;) {
    const password = drawn();
    if (passwordFault(password) === null) return password;
  }
}
