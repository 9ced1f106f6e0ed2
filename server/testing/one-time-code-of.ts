import { codeOfStep, stepOf } from "../access/one-time-code";

/** What an authenticator app shows now for the address (otpauth:…) it has read from the square of dots. */
export function oneTimeCodeOf(address: string): string {
  const secret = fromBase32(new URL(address).searchParams.get("secret") ?? "");
  return codeOfStep(secret, stepOf(new Date()));
}

/** RFC 4648, as authenticator apps read it. */
function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((one) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(one).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
