import { randomInt } from "node:crypto";

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

/** A password to be used once, e.g. "Kfw7-Qxm2-Wnt9-Hrp4": about 66 bits, strong by the system's own profile. */
export const makePassword = (): string =>
  Array.from({ length: 4 }, () => one(capitals) + one(smalls) + one(smalls) + one(digits)).join("-");
