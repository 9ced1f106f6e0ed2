import { readCommitteeOverview } from "../agreements/reads/committee-overview";
import type { Paper, PaperState } from "../dossier/parts/checklist";
import { dossierOfDispute } from "../dossier/queries";
import type { TestCounty } from "./county";

/** The dossier's papers by name, as the demo mediator sees them. */
export async function dossier(
  county: TestCounty,
  { disputeId }: { disputeId: string },
): Promise<Record<Paper, PaperState>> {
  const { lines } = await dossierOfDispute(county.as("mediator"), { disputeId });
  return Object.fromEntries(lines.map((line) => [line.paper, line.state])) as Record<Paper, PaperState>;
}

export const committeeOverview = (county: TestCounty) => readCommitteeOverview(county.as("committee"), { after: null });
