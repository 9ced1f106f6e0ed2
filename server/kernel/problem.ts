/** Kinds decide the HTTP status; codes decide the words (catalogue `problems.<code>`). */
export const problemKinds = [
  "notFound",
  "forbidden",
  "conflict",
  "invalid",
  "tooMany",
  "signedOut",
  "unavailable",
] as const;
export type ProblemKind = (typeof problemKinds)[number];

export type ProblemParams = Readonly<Record<string, string | number>>;

/** A refusal the user should read. Never carries prose, SQL or confidential values. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly code: string,
    readonly params: ProblemParams = {},
  ) {
    super(code);
    this.name = "Problem";
  }
}

/** The same answer for what does not exist and for what the actor may not know. */
export const notFound = () => new Problem("notFound", "notFound");
export const forbidden = (code = "forbidden", params?: ProblemParams) => new Problem("forbidden", code, params);
export const conflict = (code: string, params?: ProblemParams) => new Problem("conflict", code, params);
export const invalid = (code: string, params?: ProblemParams) => new Problem("invalid", code, params);
