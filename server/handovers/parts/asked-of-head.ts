import { type SQL, sql } from "drizzle-orm";
import type { Track } from "@/db/vocabulary";
import type { PersonActor } from "../../kernel/actor";
import { isoText } from "../../kernel/iso-text";
import type { LeadRequest } from "../reads/lead-requests";

/** The columns of a `LeadRequest`, of `lead_requests q` and the rows that `requestNames` joins. */
export const requestColumns = sql`q.id, coalesce(p.name, '') as party, l.name as "spokenBy", q.means, q.asked_on::text as "askedOn", q.reason,
  case when w.id is not null then json_build_object('id', w.id, 'name', w.name) end as wished, a.name as about, r.name as "recordedBy",
  ${isoText(sql`q.answer_by`)} as "answerBy", q.outcome, d.name as "decidedBy", ${isoText(sql`q.decided_at`)} as "decidedAt",
  q.decision_reason as "decisionReason", n.name as "newLead", q.told_means as "toldMeans", q.told_on::text as "toldOn"`;
export const requestNames = sql`left join app.readable_parties p on p.county_id = q.county_id and p.id = q.party_id
  left join app.readable_party_links l on l.county_id = q.county_id and l.id = q.spoken_by_link_id
  join people a on a.county_id = q.county_id and a.id = q.lead_person_id
  join people r on r.county_id = q.county_id and r.id = q.recorded_by
  left join people w on w.county_id = q.county_id and w.id = q.wished_person_id
  left join people d on d.county_id = q.county_id and d.id = q.decided_by
  left join people n on n.county_id = q.county_id and n.id = q.new_lead_person_id`;

/** A party's request for another lead that waits for the reader. */
export interface AskedLead extends LeadRequest {
  disputeId: string;
  number: string;
  track: Track;
  lead: { id: string; name: string };
}

/** Both sides ask the police for no penalty, and the station's head has not decided. `appliedAt` is ISO text. */
export interface AskedSettlement {
  id: string;
  disputeId: string;
  proceedingId: string;
  number: string;
  title: string;
  appliedAt: string;
}

/** The proceedings that still run at the office of a head. */
const ofOffice = ({
  countyId,
  role,
  committeeId,
  stationId,
}: PersonActor): SQL => sql`pr.county_id = ${countyId}::uuid and pr.ended_at is null
  and (${role === "committeeHead"} and pr.committee_id = ${committeeId ?? null}::uuid or ${role === "stationHead"} and pr.station_id = ${stationId ?? null}::uuid)`;

/** What parties asked about a lead and the reader decides, the earliest due first. */
export const askedLeads = (actor: PersonActor): SQL => sql`
  select ${requestColumns}, q.dispute_id as "disputeId", m.number, pr.track, json_build_object('id', a.id, 'name', a.name) as lead
  from proceedings pr join lead_requests q on q.county_id = pr.county_id and q.proceeding_id = pr.id and q.outcome is null
    join disputes m on m.county_id = pr.county_id and m.id = pr.dispute_id ${requestNames}
  where ${ofOffice(actor)} and app.decides_lead_request(pr.county_id, pr.id, ${actor.personId}::uuid) order by q.answer_by, q.id`;

/** Applications for no penalty that wait for a station's head, the oldest first. */
export const askedSettlements = (actor: PersonActor): SQL => sql`
  select s.id, s.dispute_id as "disputeId", s.proceeding_id as "proceedingId", m.number, m.title, ${isoText(sql`s.recorded_at`)} as "appliedAt"
  from proceedings pr join settlement_applications s on s.county_id = pr.county_id and s.proceeding_id = pr.id and s.decided_at is null
    join disputes m on m.county_id = pr.county_id and m.id = pr.dispute_id
  where ${ofOffice(actor)} and ${actor.role === "stationHead"} order by s.recorded_at, s.id`;
