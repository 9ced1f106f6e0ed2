import { sql } from "drizzle-orm";
import type { InstructionKind } from "@/db/vocabulary";
import { readDispute } from "../../access/gate";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";
import { afterOfficeHours } from "../../rules/office-hours";
import { officeOf } from "../../rules/queries";

/** What a head asked, and what was answered. Instants are ISO text. */
export interface Instruction {
  id: string;
  kind: InstructionKind;
  wish: string;
  answerBy: string;
  givenBy: string;
  givenAt: string;
  answer: string;
  answeredBy: string | null;
  answeredAt: string | null;
  isWithdrawn: boolean;
}
/** The same with the matter it is about. */
export interface ListedInstruction extends Instruction {
  disputeId: string;
  number: string;
  title: string;
  lead: string;
}

const columns = sql`i.id, i.kind, i.wish, to_json(i.answer_by) as "answerBy", coalesce(g.name, '') as "givenBy", to_json(i.given_at) as "givenAt", i.answer,
  w.name as "answeredBy", to_json(i.answered_at) as "answeredAt", i.withdrawn_at is not null as "isWithdrawn"`;
const names = sql`left join people g on g.county_id = i.county_id and g.id = i.given_by
  left join people w on w.county_id = i.county_id and w.id = i.answered_by`;

/** What heads asked in the proceeding the reader may read: the open ones first, then the newest; and when another could be due. */
export function instructionsOf(
  ctx: Context,
  { disputeId }: { disputeId: string },
): Promise<{ instructions: Instruction[]; proposedAt: string }> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { proceeding } = await readDispute(tx, actor, "instruction.read", disputeId);
    const [rows, office] = await Promise.all([
      tx
        .execute<Instruction & Record<string, unknown>>(sql`
        select ${columns} from instructions i ${names}
        where i.county_id = ${actor.countyId}::uuid and i.dispute_id = ${disputeId}::uuid and i.proceeding_id = ${proceeding?.id ?? null}::uuid
        order by num_nonnulls(i.answered_at, i.withdrawn_at), i.given_at desc, i.id limit 50`)
        .execute(),
      officeOf(tx, actor.countyId, now, proceeding),
    ]);
    return { instructions: [...rows], proposedAt: afterOfficeHours(now, 24, office).toISOString() };
  });
}

const listMost = 20;
/** An answer is shown to whoever asked for so long. */
const answeredMs = 14 * 24 * 3_600_000;

/** What is asked of the reader as the lead and not answered, the earliest first, and what they asked as a head: not answered, or answered lately. */
export function ownInstructions(ctx: Context): Promise<{ toAnswer: ListedInstruction[]; given: ListedInstruction[] }> {
  const { countyId, personId } = ctx.actor;
  const since = new Date(ctx.now.getTime() - answeredMs).toISOString();
  const matter = sql`i.dispute_id as "disputeId", d.number, d.title, l.name as lead`;
  const joined = sql`join disputes d on d.county_id = i.county_id and d.id = i.dispute_id left join people l on l.county_id = pr.county_id and l.id = pr.lead_person_id ${names}`;
  return asActor(ctx, async (tx) => {
    const [toAnswer, given] = await Promise.all([
      tx
        .execute<ListedInstruction & Record<string, unknown>>(sql`
        select ${columns}, ${matter}
        from proceedings pr join instructions i on i.county_id = pr.county_id and i.proceeding_id = pr.id and i.answered_at is null and i.withdrawn_at is null ${joined}
        where pr.county_id = ${countyId}::uuid and pr.lead_person_id = ${personId}::uuid and pr.ended_at is null
        order by i.answer_by, i.id limit ${listMost}`)
        .execute(),
      tx
        .execute<ListedInstruction & Record<string, unknown>>(sql`
        select ${columns}, ${matter}
        from instructions i join proceedings pr on pr.county_id = i.county_id and pr.id = i.proceeding_id ${joined}
        where i.county_id = ${countyId}::uuid and i.given_by = ${personId}::uuid and i.withdrawn_at is null
          and (i.answered_at is null or i.answered_at > ${since}::timestamptz)
        order by i.answered_at is not null, i.given_at desc, i.id desc limit ${listMost}`)
        .execute(),
    ]);
    return { toAnswer: [...toAnswer], given: [...given] };
  });
}
