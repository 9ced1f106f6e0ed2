import { countExport } from "../../access/count-export";
import { noteAudit } from "../../kernel/audit";
import type { Context } from "../../kernel/context";
import type { OverviewInput } from "../inputs";
import { type County, county } from "./county";
import { type Overview, readOverview } from "./overview";

/** The figures of the overview without its red list, which names disputes. */
export type ExportedOverview = Omit<Overview, "red">;

/** What the station head's overview shows, as a sheet has it; it leaves an entry of the audit and counts towards the hour's sheets. */
export async function exportOverview(ctx: Context, input: OverviewInput): Promise<ExportedOverview> {
  await countExport(ctx, "overview.export");
  const { red: _, ...figures } = await readOverview(ctx, input);
  await noteAudit(ctx, "audit.export", { what: "overview.export" });
  return figures;
}

/** What the county's page shows of each station, as a sheet has it; it leaves an entry of the audit and counts the same. */
export async function exportCounty(ctx: Context, input: OverviewInput): Promise<County> {
  await countExport(ctx, "county.export");
  const figures = await county(ctx, input);
  await noteAudit(ctx, "audit.export", { what: "county.export", rows: figures.stations.length });
  return figures;
}
