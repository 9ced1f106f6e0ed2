import * as z from "zod";
import { paperKinds } from "@/db/vocabulary";
import { calendarDay } from "../disputes/inputs";
import { fileName } from "../files/inputs";
import { reason } from "../kernel/words";
import { templateKinds } from "./templates/template-kinds";

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

/** An office's own Word template of a paper; its bytes come beside. */
export const addTemplateInput = z.strictObject({
  kind: z.enum(templateKinds),
  name: fileName.refine((name) => /\.docx$/i.test(name), { params: { problem: "fileKindRefused" } }),
  validFrom: calendarDay,
});
export type AddTemplateInput = z.output<typeof addTemplateInput>;

export const withdrawTemplateInput = z.strictObject({ templateId: z.uuid(), reason: reason(200) });
export type WithdrawTemplateInput = z.output<typeof withdrawTemplateInput>;
