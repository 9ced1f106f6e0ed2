import { countExport } from "../../access/count-export";
import { noteAudit } from "../../kernel/audit";
import type { Context } from "../../kernel/context";
import type { SubsidyQuery } from "../inputs";
import { type SubsidyMonth, subsidiesOfMonth } from "./subsidies-of-month";

/** The committee's month as a sheet has it; it leaves an entry of the audit and counts towards the hour's sheets. */
export async function exportSubsidies(ctx: Context, input: SubsidyQuery): Promise<SubsidyMonth> {
  await countExport(ctx, "subsidy.export");
  const month = await subsidiesOfMonth(ctx, input);
  await noteAudit(ctx, "audit.export", { what: "subsidy.export", rows: month.matters.length });
  return month;
}
