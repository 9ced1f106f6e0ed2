import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context";
import { byName } from "../../kernel/name-order";
import { notFound } from "../../kernel/problem";
import { asActor } from "../../kernel/transaction";

/** A colleague who could come instead of the invitee. */
export interface Deputy {
  personId: string;
  name: string;
  post: string;
  /** Registered as their deputy. */
  isDeputy: boolean;
}

const most = 20;

/**
 * Colleagues of one invitee for one force: in office, of the same force, and of the same unit or employer or their
 * registered deputy. Consents and ties are not looked at: the invitee must not learn who is tied to whom.
 */
export const deputiesOf = (countyId: string, personId: string, forceCode: string, where: SQL = sql`true`): SQL => sql`
  select p.id as "personId", p.name, coalesce(nullif(p.post, ''), p.employer) as post, p.id is not distinct from me.deputy_id as "isDeputy"
  from people me
  join person_forces f on f.county_id = me.county_id and f.force_code = ${forceCode}
  join people p on p.county_id = f.county_id and p.id = f.person_id and app.is_expert(p) and p.id <> me.id
  where me.county_id = ${countyId}::uuid and me.id = ${personId}::uuid and ${where}
    and (p.id = me.deputy_id or p.unit_id = me.unit_id or me.employer <> '' and p.employer = me.employer)
  order by 4 desc, ${byName(sql`p.name`)} limit ${most}`;

/** Whom the invitee may name instead of themselves, their registered deputy first. */
export function ownDeputies(ctx: Context, { invitationId }: { invitationId: string }): Promise<Deputy[]> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const [own] = await tx.execute<{ force: string }>(sql`
      select force_code as force from app.own_cards(${invitationId}::uuid) where is_open`);
    if (!own) throw notFound();
    return [
      ...(await tx.execute<Deputy & Record<string, unknown>>(deputiesOf(actor.countyId, actor.personId, own.force))),
    ];
  });
}
