import type { SpeakerInput } from "../inputs";

/** Who speaks for this party among those who were named; null: the party itself. */
export const speakerOf = (speakers: readonly SpeakerInput[] | undefined, partyId: string): string | null =>
  speakers?.find((one) => one.partyId === partyId)?.linkId ?? null;
