import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { people } from "@/db/schema/people";
import { committees, stations } from "@/db/schema/places";
import type { Track } from "@/db/vocabulary";
import type { DisputeRow } from "../../access/gate";
import { conflict, invalid } from "../../kernel/problem";

/**
 * The person who is to lead a proceeding on this track, and the unit they lead it for. People's mediation
 * is led by a mediator of the dispute's committee (人民调解法 19), public-security mediation by an officer
 * of its station (程序规定 178); the other tracks by either.
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
  const mediates = lead.role === "mediator" || lead.role === "committeeHead";
  if (track === "peoples" && !mediates) throw invalid("leadMustBeMediator");
  if (track === "publicSecurity" && lead.role !== "officer") throw invalid("leadMustBeOfficer");
  if (!mediates && lead.role !== "officer") throw invalid("leadMustBeStaff");
  if (mediates ? lead.committeeId !== dispute.committeeId : lead.stationId !== dispute.stationId)
    throw conflict("leadFromElsewhere");
  return { id: lead.id, name: lead.name, unit: (mediates ? lead.committee : lead.station) ?? "" };
}
