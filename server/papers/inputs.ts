import * as z from "zod";
import { paperKinds } from "@/db/vocabulary";

/** The papers of one step, or one paper; `subjectId` names its session, agreement, party, visit or payment where it needs one. */
export const askPapersInput = z.strictObject({
  disputeId: z.uuid(),
  papers: z
    .array(z.strictObject({ kind: z.enum(paperKinds), subjectId: z.uuid().nullable().default(null) }))
    .min(1)
    .max(40),
});
export type AskPapersInput = z.output<typeof askPapersInput>;
