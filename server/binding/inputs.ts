import * as z from "zod";

/** Who speaks for a party: their guardian, agent or representative; null: the party itself. */
export const speakerInput = z.strictObject({ partyId: z.uuid(), linkId: z.uuid().nullable() });
export type SpeakerInput = z.output<typeof speakerInput>;

/** One speaker for each of some parties; a party that is left out speaks itself. */
export const speakersInput = z
  .array(speakerInput)
  .max(400)
  .refine((all) => new Set(all.map((one) => one.partyId)).size === all.length)
  .optional();
