import * as z from "zod";
import { paperKinds } from "@/db/vocabulary";

/** The papers of one step, or one paper; `subjectId` names its session, agreement, party, visit or payment where it needs one. */
export const askPapersInput = z.strictObject({
  disputeId: z.uuid(),
  papers: z
    .array(z.strictObject({ kind: z.enum(paperKinds), subjectId: z.uuid().nullable().default(null) }))
    .min(1)
    // More than one press makes is refused by the act, which says how many.
    .max(1_000),
});
export type AskPapersInput = z.output<typeof askPapersInput>;
