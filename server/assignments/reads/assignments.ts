import { sql } from "drizzle-orm";
import type { AssignmentStatus, FileKind } from "@/db/vocabulary";
import { readDispute } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { afterOfficeHours, endOfOfficeDay } from "../../rules/office-hours";
import { officeOf } from "../../rules/queries";

/** A task of a coordination. Instants are ISO text. */
export interface Assignment {
  id: string;
  what: string;
  /** The helper's name, or the organisation's. */
  who: string;
  dueAt: string;
  askedBy: string;
  status: AssignmentStatus;
  answer: string;
  answeredBy: string | null;
  answeredAt: string | null;
  remark: string;
  /** Nobody of the county, who is told nothing. */
  isOutside: boolean;
  /** Photos and papers by which it is seen that it is done, as they came. */
  files: { id: string; name: string; kind: FileKind; bytes: number }[];
}
/** The same to whoever was asked, with the number of the matter. */
export interface OwnAssignment extends Assignment {
  disputeId: string;
  number: string;
  askerPhone: string;
}

const columns = sql`a.id, a.what, coalesce(p.name, a.organisation) as who, to_json(a.due_at) as "dueAt", coalesce(k.name, '') as "askedBy", a.status, a.answer,
  w.name as "answeredBy", to_json(a.answered_at) as "answeredAt", a.remark, a.person_id is null as "isOutside",
  (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'bytes', f.bytes) order by f.added_at, f.id), '[]')
    from files f where f.county_id = a.county_id and f.dispute_id = a.dispute_id and f.assignment_id = a.id) as files`;
const names = sql`left join people p on p.county_id = a.county_id and p.id = a.person_id left join people k on k.county_id = a.county_id and k.id = a.asked_by
  left join people w on w.county_id = a.county_id and w.id = a.answered_by`;

/** The tasks of a coordination, those not settled first by their time, who may be asked to do one, and by when another could be due. */
export function assignmentsOf(
  ctx: Context,
  { disputeId }: { disputeId: string },
): Promise<{ tasks: Assignment[]; helpers: { id: string; name: string }[]; proposedAt: string }> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { proceeding } = await readDispute(tx, actor, "assignment.read", disputeId);
    const of = sql`= ${actor.countyId}::uuid`;
    const proceedingId = proceeding?.id ?? null;
    const [tasks, helpers, office] = await Promise.all([
      tx
        .execute<Assignment & Record<string, unknown>>(sql`
        select ${columns} from assignments a ${names}
        where a.county_id ${of} and a.dispute_id = ${disputeId}::uuid and a.proceeding_id = ${proceedingId}::uuid
        order by a.status in ('confirmed', 'dropped'), a.due_at, a.id limit 100`)
        .execute(),
      tx
        .execute<{ id: string; name: string }>(sql`
        select distinct p.id, p.name from invitations i join people p on p.county_id = i.county_id and p.id = i.person_id
        where i.county_id ${of} and i.proceeding_id = ${proceedingId}::uuid and i.status in ('sent', 'seen', 'accepted') order by p.name, p.id`)
        .execute(),
      officeOf(tx, actor.countyId, now, proceeding),
    ]);
    const proposed = endOfOfficeDay(dayOf(afterOfficeHours(now, 1, office)), office);
    return { tasks: [...tasks], helpers: [...helpers], proposedAt: proposed.toISOString() };
  });
}

/**
 * What the reader is asked to do and has not done, the earliest first, in matters that go on and to which they are still asked;
 * nothing of the matter but its number.
 */
export function ownAssignments(ctx: Context): Promise<OwnAssignment[]> {
  const { countyId, personId } = ctx.actor;
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<OwnAssignment & Record<string, unknown>>(sql`
      select ${columns}, a.dispute_id as "disputeId", coalesce(d.number, '') as number, coalesce(k.phone, '') as "askerPhone"
      from assignments a left join disputes d on d.county_id = a.county_id and d.id = a.dispute_id ${names}
      where a.county_id = ${countyId}::uuid and a.person_id = ${personId}::uuid and a.status in ('open', 'done', 'cannot')
        and exists (select from app.own_rights r where r.county_id = a.county_id and r.dispute_id = a.dispute_id and r.proceeding_id = a.proceeding_id
          and r.relation in ('invited', 'joined'))
      order by a.status <> 'open', a.due_at, a.id limit 50`);
    return [...rows];
  });
}
