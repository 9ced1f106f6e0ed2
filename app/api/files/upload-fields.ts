import * as z from "zod";
import { type AddFileInput, addFileInput } from "@/server/files/inputs";
import { invalid } from "@/server/kernel/problem";

const said = z.object({ key: z.uuid(), input: addFileInput });

/**
 * What is said beside a file, each field as text. The file's id is the key of the upload, so that the same upload sent again is
 * the same file.
 */
export function uploadFields(text: (name: string) => string | undefined): { key: string; input: AddFileInput } {
  const key = text("key");
  const side = text("side");
  const parsed = said.safeParse({
    key,
    input: {
      disputeId: text("disputeId"),
      sessionId: text("sessionId") ?? null,
      assignmentId: text("assignmentId") ?? null,
      performanceId: text("performanceId") ?? null,
      fileId: key,
      lane: text("lane"),
      side: side === undefined ? null : Number(side),
      name: text("name"),
      paperKind: text("paperKind") || null,
    },
  });
  if (!parsed.success) throw invalid("invalid");
  return parsed.data;
}
