import * as z from "zod";
import { lanes } from "@/db/vocabulary";
import { proceedingTarget } from "../disputes/inputs";
import { filledLines } from "../kernel/words";

export const writeNoteInput = proceedingTarget.extend({
  lane: z.enum(lanes),
  /** Which side, in the lane of one side only: 1 = 甲 A. */
  side: z.int().min(1).max(12).nullable().default(null),
  sessionId: z.uuid().nullable().default(null),
  text: filledLines(4000),
});
export type WriteNoteInput = z.output<typeof writeNoteInput>;

export const openNoteInput = z.strictObject({ disputeId: z.uuid(), noteId: z.uuid() });
export type OpenNoteInput = z.output<typeof openNoteInput>;
