import * as z from "zod";
import { lanes } from "@/db/vocabulary";
import { calendarDay } from "../disputes/inputs";
import { words } from "../kernel/words";
import { signedPapers } from "./choices";

/** Invisible characters that reverse a name or hide its ending. */
const unseen = /[\p{Cc}\p{Cf}]/gu;

/** A file's own name: no folders, no invisible characters, at most 120 characters. */
export const fileName = z
  .string()
  .transform((name) => name.normalize("NFC").replace(unseen, "").split(/[/\\]/).at(-1)?.trim() ?? "")
  .refine((name) => name.length >= 3 && name.length <= 120 && !name.startsWith("."));

const signedPaper = z.enum(signedPapers).nullable().optional();

export const addFileInput = z.strictObject({
  disputeId: z.uuid(),
  /** The session it was taken at; null for a paper of the dispute. */
  sessionId: z.uuid().nullable().default(null),
  /** Made by the session desk, so that a photo taken while offline is the same file when it arrives. */
  fileId: z.uuid(),
  lane: z.enum(lanes),
  /** Which side, in the lane of one side only. */
  side: z.int().min(1).max(12).nullable().default(null),
  /** The task of a coordination that it proves; in the open lane then, without a session. */
  assignmentId: z.uuid().nullable().default(null),
  /** The entry of the ledger that it proves; in the open lane then, without a session. */
  performanceId: z.uuid().nullable().default(null),
  name: fileName,
  /** The official paper of which it is the signed one. */
  paperKind: signedPaper,
});
export type AddFileInput = z.output<typeof addFileInput>;

/** Where a file comes from and what it is the signed paper of, as far as it is known; what is left empty is not known. */
export const describeFileInput = z.strictObject({
  disputeId: z.uuid(),
  fileId: z.uuid(),
  provider: words(40),
  isOriginal: z.boolean().nullable(),
  place: words(60),
  madeOn: calendarDay.nullable(),
  paperKind: signedPaper,
});
export type DescribeFileInput = z.output<typeof describeFileInput>;
