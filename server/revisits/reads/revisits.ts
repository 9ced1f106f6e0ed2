import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";

/** A matter in which the reader was drawn to ask both sides. */
export interface OwnRevisit {
  id: string;
  disputeId: string;
  number: string;
  title: string;
  dueOn: string;
  isLate: boolean;
}
/** How one month's draw of the head's committee stands; `asked` counts parties. */
export interface RevisitDraw {
  month: string;
  closed: number;
  drawn: number;
  done: number;
  late: number;
  asked: number;
  satisfied: number;
}

/** What the reader was drawn for and has not done, the earliest first; and to a head the draws of their committee. */
export function ownRevisits(ctx: Context): Promise<{ own: OwnRevisit[]; draws: RevisitDraw[] }> {
  const { countyId } = ctx.actor;
  return asActor(ctx, async (tx) => {
    const [own, draws] = await Promise.all([
      tx
        .execute<OwnRevisit & Record<string, unknown>>(sql`
        select r.id, r.dispute_id as "disputeId", coalesce(d.number, '') as number, d.title, r.due_on as "dueOn", r.due_on < app.day_of(app.now()) as "isLate"
        from app.own_revisits() r join disputes d on d.county_id = ${countyId}::uuid and d.id = r.dispute_id
        order by r.due_on, r.id limit 50`)
        .execute(),
      tx
        .execute<RevisitDraw & Record<string, unknown>>(sql`
        select left(d.month::text, 7) as month, d.closed, d.drawn, d.done, d.late, d.asked, d.satisfied from app.own_revisit_draws() d`)
        .execute(),
    ]);
    return { own: [...own], draws: [...draws] };
  });
}
