import { and, eq } from "drizzle-orm";
import { paperTemplates } from "@/db/schema/templates";
import { requireRole } from "../access/gate";
import { keptBytes } from "../files/parts/kept-bytes";
import type { Context } from "../kernel/context";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { wordMime } from "./choices";
import { sheetOf } from "./draw/sheet";
import { ownTemplates } from "./parts/own-templates";
import { previewOf } from "./templates/check-template";
import { samplePapers } from "./templates/sample-papers";
import { standardTemplate } from "./templates/standard-template";
import { hasTemplates, type TemplateKind } from "./templates/template-kinds";

interface OpenedTemplate {
  name: string;
  mime: string;
  bytes: Buffer;
}

/** Our own template of a paper, to be edited in Word; with `filled`, its paper of the invented matter. */
export async function readStandard(ctx: Context, kind: TemplateKind, filled: boolean): Promise<OpenedTemplate> {
  requireRole(ctx.actor, "paperTemplate.read");
  const [paper] = samplePapers[kind]();
  if (!paper) throw notFound();
  const bytes = await standardTemplate(sheetOf(paper));
  return given(paper.title, kind, bytes, filled);
}

/** A template that the reader's office or the county added, as it was taken or filled with the invented matter. */
export async function readTemplate(ctx: Context, templateId: string, filled: boolean): Promise<OpenedTemplate> {
  const { actor } = ctx;
  requireRole(actor, "paperTemplate.read");
  const own = ownTemplates(actor);
  const row = await asActor(ctx, async (tx) => {
    const one = and(eq(paperTemplates.countyId, actor.countyId), eq(paperTemplates.id, templateId));
    const [found] = await tx.select().from(paperTemplates).where(one);
    if (!found || (found.committeeId !== null && found.committeeId !== own.committeeId)) throw notFound();
    return found;
  });
  const bytes = await keptBytes(actor.countyId, row.sha256);
  if (!hasTemplates(row.kind)) throw notFound();
  return given(row.name.replace(/\.docx$/i, ""), row.kind, bytes, filled);
}

const given = (title: string, kind: TemplateKind, bytes: Buffer, filled: boolean): OpenedTemplate => ({
  name: `${title}（${filled ? "示例" : "模板"}）.docx`,
  mime: wordMime,
  bytes: filled ? previewOf(kind, bytes) : bytes,
});
