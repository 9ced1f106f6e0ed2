import { sql } from "drizzle-orm";
import { readDispute } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";
import type { MemberInput } from "../inputs";
import { findTwice, type Twice } from "../parts/twice";

interface Named {
  id: string;
  name: string;
}
/** One election; days are 'YYYY-MM-DD'. */
export interface Election {
  id: string;
  side: number;
  electedOn: string;
  paper: string;
  mayNegotiate: boolean;
  maySign: boolean;
  mayReceive: boolean;
  recordedBy: string;
  representatives: (Named & { endedOn: string | null; endedReason: string })[];
  /** Everybody who elected, in the order of the parties; who withdrew has the day and why. */
  members: (Named & { endedOn: string | null; endedReason: string })[];
}

/** The elections of a dispute, the newest first: whom each side elected, for what, and who withdrew. */
export function electionsOfDispute(ctx: Context, { disputeId }: { disputeId: string }): Promise<Election[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    await readDispute(tx, actor, "election.read", disputeId);
    // Ended: every link of theirs has. A representative is a member too, and speaks for the others as long as one is left.
    const people = (
      key: "party_id" | "elected_party_id",
    ) => sql`(select coalesce(json_agg(json_build_object('id', x.id, 'name', x.name,
        'endedOn', x.ended_on, 'endedReason', x.reason) order by x.position), '[]') from (
      select p.id, p.name, p.position, case when bool_and(l.ended_at is not null) then max(l.ended_on) end as ended_on,
        case when bool_and(l.ended_at is not null) then max(l.ended_reason) else '' end as reason
      from app.readable_party_links l join app.readable_parties p on p.county_id = l.county_id and p.id = l.${sql.raw(key)}
      where l.county_id = e.county_id and l.election_id = e.id group by p.id, p.name, p.position) x)`;
    const rows = await tx.execute<{ row: Election }>(sql`
      select json_build_object('id', e.id, 'side', e.side, 'electedOn', e.elected_on, 'paper', e.paper, 'mayNegotiate', e.may_negotiate,
        'maySign', e.may_sign, 'mayReceive', e.may_receive, 'recordedBy', r.name,
        'representatives', ${people("elected_party_id")}, 'members', ${people("party_id")}) as row
      from elections e join people r on r.county_id = e.county_id and r.id = e.recorded_by
      where e.county_id = ${actor.countyId}::uuid and e.dispute_id = ${disputeId}::uuid order by e.recorded_at desc, e.id`);
    return rows.map(({ row }) => row);
  });
}

/** Which lines of a list stand twice, among themselves or beside the parties; nothing is written. */
export function checkMembers(
  ctx: Context,
  { disputeId, members }: { disputeId: string; members: MemberInput[] },
): Promise<Twice[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    await readDispute(tx, actor, "party.import", disputeId);
    return findTwice(tx, { countyId: actor.countyId, disputeId }, members);
  });
}
