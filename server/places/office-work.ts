import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import type { OfficeWorkInput } from "./inputs";

/** What goes from a station or committee to its successor, in numbers and names of staff and places; no case is named. */
export interface OfficeWork {
  disputes: number;
  /** Matters that are over and stay under the old name, readable by the successor. */
  closed: number;
  /** Sessions to come: they keep hour, room and people. */
  sessions: number;
  /** Offers under way, from there or to there. */
  offers: number;
  people: string[];
  /** Heads of both, who all lead the successor afterwards. */
  heads: string[];
  groups: number;
  calls: number;
  clues: number;
  questions: number;
  meetings: number;
  points: string[];
  rooms: number;
  /** Names of contact points that both have. */
  sameNames: string[];
  roster: number;
  /** Shifts at an hour at which the successor has somebody on duty. */
  sameShifts: number;
  panelRules: number;
  /** Panel rules that both have for the same force, type and area. */
  samePanelRules: number;
  /** Keys for which the old committee has settings of its own. */
  rules: number;
  /** Others of the kind that are in use. */
  successors: { id: string; name: string }[];
}

/** What a merge would move and where both offices have the same. */
export function officeWork(ctx: Context, { kind, officeId: id, successorId }: OfficeWorkInput): Promise<OfficeWork> {
  const table = sql.raw(kind === "station" ? "stations" : "committees");
  return asActor(ctx, async (tx) => {
    const county = sql`${ctx.actor.countyId}::uuid`;
    const [row] = await tx.execute<{ work: OfficeWork }>(sql`
      select app.office_work(${county}, ${kind}, ${id}::uuid, ${successorId}::uuid) || jsonb_build_object('successors', coalesce(
        (select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name) from ${table} o
          where o.county_id = ${county} and o.id <> ${id}::uuid and o.disabled_at is null), '[]')) as work
      from ${table} s where s.county_id = ${county} and s.id = ${id}::uuid`);
    if (!row) throw notFound();
    return row.work;
  });
}
