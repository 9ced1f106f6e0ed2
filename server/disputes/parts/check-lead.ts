import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { people } from "@/db/schema/people";
import { committees, stations } from "@/db/schema/places";
import type { Track } from "@/db/vocabulary";
import type { DisputeRow } from "../../access/gate";
import { conflict, invalid } from "../../kernel/problem";
import { isOfCommittee, mayLead } from "../choices";

const refusals: Partial<Record<Track, string>> = {
  peoples: "leadMustBeMediator",
  publicSecurity: "leadMustBeOfficer",
};

/**
 * The person who is to lead a proceeding on this track, and the unit they lead it for: the dispute's committee or its station.
 * Refuses with unknownReference, leadMustBeMediator, leadMustBeOfficer, leadMustBeStaff and leadFromElsewhere.
 */
export async function checkLead(
  tx: Tx,
  dispute: DisputeRow,
  track: Track,
  personId: string,
): Promise<{ id: string; name: string; unit: string }> {
  const [lead] = await tx
    .select({
      id: people.id,
      name: people.name,
      role: people.role,
      committeeId: people.committeeId,
      stationId: people.stationId,
      committee: committees.name,
      station: stations.name,
    })
    .from(people)
    .leftJoin(committees, and(eq(committees.countyId, people.countyId), eq(committees.id, people.committeeId)))
    .leftJoin(stations, and(eq(stations.countyId, people.countyId), eq(stations.id, people.stationId)))
    .where(and(eq(people.countyId, dispute.countyId), eq(people.id, personId), isNull(people.disabledAt)));
  if (!lead) throw invalid("unknownReference");
  const inCommittee = isOfCommittee(lead.role);
  if (!mayLead(lead.role, track)) throw invalid(refusals[track] ?? "leadMustBeStaff");
  if (inCommittee ? lead.committeeId !== dispute.committeeId : lead.stationId !== dispute.stationId)
    throw conflict("leadFromElsewhere");
  return { id: lead.id, name: lead.name, unit: (inCommittee ? lead.committee : lead.station) ?? "" };
}
