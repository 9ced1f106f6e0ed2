import type { SessionsOverview } from "@/server/sessions/reads/sessions";

export type { NoteCard } from "@/server/notes/queries";
export type { DayLine, RoomChoice } from "@/server/sessions/reads/rooms";
export type Session = SessionsOverview["sessions"][number];
export type Overview = SessionsOverview;

/** Lengths offered in the form, in minutes. */
export const lengths = [30, 60, 90, 120, 180] as const;

/** Minutes between two instants given as ISO text. */
export const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000;

/** The parties ticked in a form, as it asks who speaks for each. */
export const speakableIn = ({ parties }: Overview, { partyIds }: { partyIds: readonly string[] }) =>
  parties.filter((party) => partyIds.includes(party.id)).map((party) => party.speakable);
