import type { Option } from "@/app/_ui/fields/select-field";
import type { Track } from "@/db/vocabulary";
import { barToSpeaking, type Purpose, type Speakable } from "@/server/binding/choices";

export interface Saying {
  purpose: Purpose;
  track: Track;
  /** The earlier day on which it was said; null or absent: today. */
  on?: string | null;
}

/** The day of a form's field as `Saying` takes it: none for today, or while nothing is chosen. */
export const earlierDay = (day: string | null, today: string): string | null => (day && day < today ? day : null);

/** The party itself stands as "" among those who may speak for it. */
export const itself = "";

/**
 * Who may say this for the party: whom it elected, then itself, then others; empty where nobody may. An organisation's own
 * seal counts as itself.
 */
export function whoMaySpeak(party: Speakable, { purpose, track, on = null }: Saying, hasSeal: boolean): string[] {
  const may = (link: Speakable["links"][number] | null) =>
    barToSpeaking({ purpose, track, party, link, on, ...(hasSeal ? { means: "seal" as const } : {}) }) === null;
  const links = party.links.filter(may);
  const ids = (isElected: boolean) =>
    links.filter((link) => (link.isElected ?? false) === isElected).map(({ id }) => id);
  return [...ids(true), ...(may(null) ? [itself] : []), ...ids(false)];
}

/** The one to begin with: whom it elected, else the party itself or the only person who may; null where somebody has to be chosen. */
export const firstOf = (party: Speakable, speakers: readonly string[]): string | null => {
  const [first = null] = speakers;
  const isElected = party.links.some((link) => link.id === first && link.isElected);
  return isElected || first === itself || speakers.length === 1 ? first : null;
};

/** The options of a field, in words. */
export const optionsOf = (
  party: Speakable,
  speakers: readonly string[],
  words: { self: string; beside: (link: Speakable["links"][number]) => string },
): Option[] =>
  speakers.map((value) => {
    const link = party.links.find((one) => one.id === value);
    return { value, label: link ? words.beside(link) : words.self };
  });
