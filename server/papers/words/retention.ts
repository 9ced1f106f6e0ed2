import type { RetentionClass, Track } from "@/db/vocabulary";
import type { Rules } from "../../rules/defaults";
import { dayInWords } from "./days";
import { retentionWords } from "./labels";

/** Years that the archives of a county keep dossiers of a class; null where they have published none. */
export interface RetentionYears {
  long: number | null;
  short: number | null;
}

/** How long a dossier is kept. Days are 'YYYY-MM-DD'. */
export interface KeptFor {
  class: RetentionClass;
  /** Null for one that is kept for ever, and where the archives have published no years. */
  years: number | null;
  until: string | null;
}

/** By the rules of the day of archiving: no law says years, and those of the police are others than those of committees. */
export function retentionYears(track: Track, rules: Rules): RetentionYears {
  const [long, short] =
    track === "publicSecurity"
      ? [rules["retention.policeLongYears"], rules["retention.policeShortYears"]]
      : [rules["retention.longYears"], rules["retention.shortYears"]];
  return { long: long || null, short: short || null };
}

/** The years run from 1 January after the day of archiving, so that what was filed in one year is looked through together. */
export function keptFor(kind: RetentionClass, archivedOn: string, years: RetentionYears): KeptFor {
  const count = kind === "permanent" ? null : years[kind];
  const until = count === null ? null : `${Number(archivedOn.slice(0, 4)) + count}-12-31`;
  return { class: kind, years: count, until };
}

/** As the cover says it: 长期（30年，至2056年12月31日）. */
export const keptInWords = ({ class: kind, years, until }: KeptFor): string =>
  years === null || until === null
    ? retentionWords[kind]
    : `${retentionWords[kind]}（${years}年，至${dayInWords(until)}）`;

/** As a list says it: 长期30年. */
export const classInWords = ({ class: kind, years }: KeptFor): string =>
  `${retentionWords[kind]}${years === null ? "" : `${years}年`}`;
