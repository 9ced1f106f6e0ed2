import type * as z from "zod";
import { countExport } from "../../access/count-export";
import { noteAudit, searchOf } from "../../kernel/audit";
import type { Context } from "../../kernel/context";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { rulesOn } from "../../rules/queries";
import type { exportListInput } from "../inputs";
import { countNumbersIn, type DisputeInList, type ListInput, pageOf } from "./list";

/** The list of disputes as a sheet has it. */
export interface ExportedList {
  rows: DisputeInList[];
  /** Whether the list goes on: then these are the newest of it, as many as a sheet takes (rule export.rowsMax). */
  isCut: boolean;
}

/** Rows asked for at once; a sheet is read page by page. */
const pageSize = 500;

/**
 * The disputes of the reader's own list with these filters, newest first, up to the county's limit for a sheet. It leaves an
 * entry of the audit with the number of rows before any is given out, and counts towards the sheets of an hour
 * (`exportsUsedUp`) and, where numbers were searched for, towards what may be looked up (`lookupsUsedUp`).
 */
export async function exportList(ctx: Context, input: z.output<typeof exportListInput>): Promise<ExportedList> {
  const { actor, now } = ctx;
  await countExport(ctx, "dispute.export");
  await countNumbersIn(ctx, input);
  const { "export.rowsMax": most } = await asActor(ctx, (tx) => rulesOn(tx, actor.countyId, dayOf(now)));
  const rows: DisputeInList[] = [];
  let after: ListInput["after"] = null;
  do {
    const page = await pageOf(ctx, { ...input, after }, Math.min(pageSize, most - rows.length));
    rows.push(...page.rows);
    after = page.next;
  } while (after && rows.length < most);
  await noteAudit(ctx, "audit.export", {
    ...searchOf("dispute.export", [input.q]),
    what: "dispute.export",
    rows: rows.length,
  });
  return { rows, isCut: after !== null };
}
