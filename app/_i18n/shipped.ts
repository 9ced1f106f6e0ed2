import type { Messages } from "./catalogues";

type Names = readonly (keyof Messages)[];

const everywhere = ["frame", "ui", "problems"] as const satisfies Names;

/**
 * Catalogues sent to the browser with each group of pages. All of them together are larger than any page, and a
 * phone on a slow connection pays for each. `shipped.test.ts` follows the imports and reports missing or unused ones.
 */
export const shipped = {
  /** Sign-in, errors, and what is shown before the group is known. */
  public: [...everywhere, "account", "signIn"],
  link: [...everywhere, "guest", "invitations", "vocabulary"],
  paper: ["record"],
  phone: [
    ...everywhere,
    "account",
    "availability",
    "calendar",
    "clues",
    "consultations",
    "invitations",
    "notifications",
    "opinions",
    "record",
    "sessions",
    "vocabulary",
  ],
  desk: [...everywhere, "desk", "disputes", "opinions", "vocabulary"],
  office: [
    ...everywhere,
    "account",
    "admin",
    "agreements",
    "availability",
    "board",
    "calendar",
    "calls",
    "clues",
    "committee",
    "consents",
    "consultations",
    "convene",
    "desk",
    "disputes",
    "dossier",
    "endings",
    "notifications",
    "opinions",
    "panel",
    "performance",
    "register",
    "restricted",
    "sessions",
    "statistics",
    "today",
    "approvals",
    "townHalls",
    "triage",
    "vocabulary",
  ],
} as const satisfies Record<string, Names>;

export type PageGroup = keyof typeof shipped;
