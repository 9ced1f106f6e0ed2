import { sql } from "drizzle-orm";
import { requireRole } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { ownTemplates } from "../parts/own-templates";
import { fits } from "../templates/check-template";
import { type TemplateKind, templateKinds } from "../templates/template-kinds";

/** A template of an office; `version` counts those of one office and paper. */
export interface TemplateLine {
  id: string;
  kind: TemplateKind;
  /** Of the whole county, not of the reader's committee. */
  isOfCounty: boolean;
  version: number;
  name: string;
  /** 'YYYY-MM-DD' */
  validFrom: string;
  addedBy: string;
  addedAt: string;
  withdrawnBy: string | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
  /** Whether it has every field that the paper has today. */
  isFit: boolean;
}
export interface TemplateSheet {
  isOfCounty: boolean;
  papers: {
    kind: TemplateKind;
    /** By which papers are made today; null where ours is. */
    inUse: string | null;
    /** The newest first. */
    templates: TemplateLine[];
  }[];
}

/** The Word templates of the reader's committee and of the county, and which of them papers are made by today. */
export async function templateSheet(ctx: Context): Promise<TemplateSheet> {
  const { actor, now } = ctx;
  requireRole(actor, "paperTemplate.read");
  const { committeeId } = ownTemplates(actor);
  const today = dayOf(now);
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<TemplateLine & { fields: string[] } & Record<string, unknown>>(sql`
      select t.id, t.kind, t.committee_id is null as "isOfCounty",
        (row_number() over (partition by t.committee_id, t.kind order by t.added_at, t.id))::int as version, t.name,
        t.valid_from::text as "validFrom", a.name as "addedBy", to_json(t.added_at) #>> '{}' as "addedAt", w.name as "withdrawnBy",
        to_json(t.withdrawn_at) #>> '{}' as "withdrawnAt", t.withdrawn_reason as "withdrawnReason", t.fields
      from paper_templates t join people a on a.county_id = t.county_id and a.id = t.added_by
        left join people w on w.county_id = t.county_id and w.id = t.withdrawn_by
      where t.county_id = ${actor.countyId}::uuid and (t.committee_id is null or t.committee_id = ${committeeId}::uuid)
      order by t.committee_id nulls last, t.valid_from desc, t.added_at desc, t.id desc limit 400`);
    const lines = rows.map(({ fields, ...line }) => ({ ...line, isFit: fits(line.kind, fields) }));
    return {
      isOfCounty: committeeId === null,
      papers: templateKinds.map((kind) => {
        const templates = lines.filter((line) => line.kind === kind);
        const newest = templates.find(({ validFrom, withdrawnAt }) => validFrom <= today && !withdrawnAt);
        return { kind, inUse: newest?.isFit ? newest.id : null, templates };
      }),
    };
  });
}
