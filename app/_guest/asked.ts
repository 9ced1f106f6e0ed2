import type { Refused } from "@/app/_trpc/refused";

/** What a guest can send; each has its form. `offer` proposes one of the offered times. */
export const acts = ["accept", "decline", "propose", "delegate", "disclose", "leave"] as const;
export type GuestAct = (typeof acts)[number];

/** What was sent and not taken, or not sent because the visit was over: shown again as it was typed. */
export interface Sent {
  act: GuestAct;
  form: URLSearchParams;
  refused: Refused | null;
  /** The field that has to be filled in first, before anything is asked of the server. */
  missing: "noTie" | "reason" | "times" | "deputy" | "tie" | null;
}

/** What every form of a page carries. */
export interface FormBasics {
  path: `/${string}`;
  /** Proves that the form was made for this browser. */
  mark: string;
  /** Names the intention of the form of this name: sent twice, it is done once. */
  keyFor: (at: string) => string;
  sent: Sent | null;
  /** Of the browser that asks: which map it opens. */
  userAgent: string | null;
}

/** What was typed into this field of this form, or "". */
export const typedIn = ({ sent }: FormBasics, act: GuestAct, name: string): string =>
  sent?.act === act ? (sent.form.get(name) ?? "") : "";

export const missingIn = ({ sent }: FormBasics, act: GuestAct): Sent["missing"] =>
  sent?.act === act ? sent.missing : null;

/** Which field a refusal is about, by the paths of the input; undefined where it is about none of the fields of a form. */
const fieldOf = (sent: Sent | null, act: GuestAct): string | undefined => {
  if (sent?.act !== act || !sent.refused) return undefined;
  return sent.refused.problem.fields?.find((path) => /\bnote\b/.test(path)) ? "note" : undefined;
};

/** The refusal, where it is about the text of this form. */
export const refusedNote = ({ sent }: FormBasics, act: GuestAct): Refused | null =>
  fieldOf(sent, act) === "note" ? (sent?.refused ?? null) : null;

/** The refusal, where it is about the form as a whole. */
export const refusedWhole = ({ sent }: FormBasics, act: GuestAct): Refused | null =>
  sent?.act === act && fieldOf(sent, act) === undefined ? sent.refused : null;
