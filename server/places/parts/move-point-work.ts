import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sayWhy } from "../../kernel/say-why";

interface Move {
  countyId: string;
  from: string;
  to: string;
  reason: string;
}

/**
 * Open matters, waiting clues and waiting questions of a contact point go to its successor; runs with the system's
 * privileges. The matters keep the old point in their history; what is archived, answered or taken stays.
 */
export async function movePointWork(tx: Tx, { countyId, from, to, reason }: Move) {
  await sayWhy(tx, reason);
  // Locked in one order before any of them changes.
  const disputes = await tx.execute<{ id: string }>(sql`
    select d.id from disputes d where d.county_id = ${countyId}::uuid and d.point_id = ${from}::uuid and d.not_accepted_at is null
      and (not exists (select from proceedings p where p.county_id = d.county_id and p.dispute_id = d.id)
        or exists (select from proceedings p where p.county_id = d.county_id and p.dispute_id = d.id and p.archived_at is null))
    order by d.id for update of d`);
  const ids = disputes.map(({ id }) => id);
  await tx.execute(sql`
    update disputes set point_id = ${to}::uuid, version = version + 1
    where county_id = ${countyId}::uuid and id = any(${`{${ids.join(",")}}`}::uuid[])`);
  const clues = await tx.execute(sql`
    update clues set point_id = ${to}::uuid where county_id = ${countyId}::uuid and point_id = ${from}::uuid and status = 'new' returning id`);
  await tx.execute(sql`
    update clue_steps k set point_id = ${to}::uuid from clues q where k.county_id = ${countyId}::uuid and k.point_id = ${from}::uuid
      and q.county_id = k.county_id and q.id = k.clue_id and q.point_id = ${to}::uuid`);
  const questions = await tx.execute(sql`
    update consultations set point_id = ${to}::uuid
    where county_id = ${countyId}::uuid and point_id = ${from}::uuid and status = 'waiting' returning id`);
  return { disputes: ids, counts: { disputes: ids.length, clues: clues.length, questions: questions.length } };
}
