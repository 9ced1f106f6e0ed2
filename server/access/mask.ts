import { canonicalPhone } from "@/db/encryption/canonical";

/** 138****2719: the first three and last four digits of a phone's line; of a short number only the last two. */
export function maskPhone(phone: string): string {
  const digits = canonicalPhone(phone)?.line ?? phone.replace(/[^0-9+]/g, "");
  if (digits === "") return "";
  return digits.length < 9 ? `****${digits.slice(-2)}` : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** 3306**********1234: the region and the last four signs of an ID number. */
export const maskIdNumber = (number: string): string =>
  number.length < 12
    ? "*".repeat(number.length)
    : `${number.slice(0, 4)}${"*".repeat(number.length - 8)}${number.slice(-4)}`;
