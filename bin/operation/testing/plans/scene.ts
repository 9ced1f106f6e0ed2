import { sql } from "drizzle-orm";
import type { GeneratedCounty, GeneratedStation } from "@/bin/operation/generate/generated-county";
import { database } from "@/db/client";
import type { Role } from "@/db/vocabulary";
import type { PersonActor } from "@/server/kernel/actor";
import { addDays, dayOf } from "@/server/kernel/shanghai";
import type { Ids } from "@/server/testing/lanes/questions";

/** Somebody of a role in a station, or of the county, and things of theirs to ask about. */
export interface Asker {
  actor: PersonActor;
  ids: Ids;
}

/** One person of each role whom a station's work concerns; the helper is the one who was asked most, of those who take part in something now. */
export async function askersOf(county: GeneratedCounty, station: GeneratedStation): Promise<Record<Role, Asker>> {
  const mediator = await leadOf(county, station);
  const [officer] = station.officers;
  const [busiest] = await database().execute<{ id: string; invitation: string; dispute: string }>(sql`
    select i.person_id as id, (array_agg(i.id order by w.takes_part desc, i.sent_at desc))[1] as invitation,
      (array_agg(i.dispute_id order by w.takes_part desc, i.sent_at desc))[1] as dispute
    from invitations i join disputes d on d.county_id = i.county_id and d.id = i.dispute_id
      cross join lateral (select exists (select from dispute_access a where a.county_id = i.county_id and a.subject_id = i.person_id
        and a.dispute_id = i.dispute_id and a.is_current and a.is_open) as takes_part) w
    where i.county_id = ${county.id}::uuid and d.station_id = ${station.id}::uuid
    group by 1 order by bool_or(w.takes_part) desc, count(*) desc limit 1`);
  const expert = county.people.find(({ id }) => id === busiest?.id);
  const of = (role: Role) => county.people.find((one) => one.role === role);
  const people = {
    mediator,
    officer,
    stationHead: station.head,
    committeeHead: station.committeeHead,
    gridMember: station.grid,
  };
  const everyone = { ...people, expert, county: of("county"), admin: of("admin") };
  const ids = await thingsOf(county, station, mediator?.id ?? "");
  const policeCase = { disputeId: await policeCaseOf(county, officer?.id ?? "") };
  return Object.fromEntries(
    Object.entries(everyone).map(([role, person]) => {
      const inCommittee = role === "mediator" || role === "committeeHead";
      const actor = {
        kind: "person" as const,
        countyId: county.id,
        personId: person?.id ?? "",
        role: role as Role,
        stationId: person?.station?.id ?? null,
        committeeId: inCommittee ? (person?.station?.committeeId ?? null) : null,
        pointId: null,
      };
      const asked = { disputeId: busiest?.dispute ?? "", invitationId: busiest?.invitation ?? "" };
      const own = role === "expert" ? asked : role === "officer" ? policeCase : {};
      return [role, { actor, ids: { ...ids, ...own } }];
    }),
  ) as unknown as Record<Role, Asker>;
}

/** The mediator of the station who leads most of what has a session booked; which of them does depends on the day the county is told. */
async function leadOf(county: GeneratedCounty, { id, mediators }: GeneratedStation) {
  const led = await database().execute<{ id: string }>(sql`
    select p.lead_person_id as id from proceedings p where p.county_id = ${county.id}::uuid and p.station_id = ${id}::uuid
    group by 1 order by count(*) filter (where p.status = 'scheduled') desc, count(*) filter (where p.ended_at is null) desc, 1`);
  return led.map((one) => mediators.find((other) => other.id === one.id)).find(Boolean) ?? mediators[0];
}

/** The latest public-security case that the officer leads: the police's own record, which the committee's people do not read. */
async function policeCaseOf(county: GeneratedCounty, officerId: string): Promise<string> {
  const [row] = await database().execute<{ id: string }>(sql`
    select p.dispute_id as id from proceedings p
    where p.county_id = ${county.id}::uuid and p.lead_person_id = ${officerId}::uuid and p.track = 'publicSecurity'
    order by p.accepted_at desc limit 1`);
  if (!row) throw new Error("the officer leads no case");
  return row.id;
}

/** A dispute of the mediator whose session is booked, and its parts: the same stage in every station. */
async function thingsOf(county: GeneratedCounty, station: GeneratedStation, leadId: string): Promise<Ids> {
  const [row] = await database().execute<
    Record<"disputeId" | "sessionId" | "partyId" | "invitationId" | "personId", string>
  >(sql`
    select p.dispute_id as "disputeId", s.id as "sessionId",
      (select x.id from parties x where x.county_id = p.county_id and x.dispute_id = p.dispute_id order by x.position limit 1) as "partyId",
      i.id as "invitationId", i.person_id as "personId"
    from proceedings p left join sessions s on s.county_id = p.county_id and s.proceeding_id = p.id
    left join invitations i on i.county_id = p.county_id and i.proceeding_id = p.id
    where p.county_id = ${county.id}::uuid and p.station_id = ${station.id}::uuid and p.lead_person_id = ${leadId}::uuid
    order by p.status = 'scheduled' desc, p.ended_at is not null, s.id is null, p.accepted_at desc limit 1`);
  const now = new Date();
  const day = dayOf(now);
  return {
    ...row,
    roomId: station.rooms[0]?.id ?? "",
    pointId: station.points[0]?.id ?? "",
    officeId: station.id,
    forceCode: "lawyer",
    chairId: station.officers[0]?.id ?? "",
    day,
    from: day,
    to: day,
    fromDay: addDays(day, 1),
    untilDay: addDays(day, 30),
    instant: now.toISOString(),
    later: new Date(now.getTime() + 3_600_000).toISOString(),
  };
}
