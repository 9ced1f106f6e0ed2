import { sql } from "drizzle-orm";
import type * as z from "zod";
import { eventsHiddenFrom } from "../../access/event-readers";
import { readPart } from "../../access/gate";
import { showsPart } from "../../access/views";
import type { Context } from "../../kernel/context";
import type { EventPayload } from "../../kernel/events";
import { notFound } from "../../kernel/problem";
import { asActor } from "../../kernel/transaction";
import type { timelineInput } from "../inputs";

/** One event of a dispute; the action key and the payload's codes become words on the page. */
export interface TimelineEvent {
  seq: number;
  action: string;
  /** ISO text. */
  at: string;
  /** Null for the system's own jobs. */
  who: string | null;
  /** The helper it was about. */
  person: string | null;
  payload: EventPayload;
}

const pageSize = 100;

/** Acts whose number alone would reveal something: only people who work on the dispute as it stands see them. */
const ownOnly = [
  "note.write",
  "note.read",
  "opinion.sign",
  "opinion.read",
  "party.reveal",
  "window.read",
  "file.add",
  "performance.prove",
  "file.describe",
  "file.makeSmall",
  "file.read",
  "tie.record",
  "tie.remove",
  "tie.waive",
  "invitation.disclose",
];

/** Payload fields that would reveal the same, of events that everybody may see. */
const ownParts: readonly string[] = ["deputyBarred"];
const withoutOwn = (payload: EventPayload): EventPayload =>
  Object.fromEntries(Object.entries(payload).filter(([part]) => !ownParts.includes(part)));

/** What has happened to a dispute, newest first; `before` is the last sequence number already shown. */
export function disputeTimeline(
  ctx: Context,
  { disputeId, before }: z.output<typeof timelineInput>,
): Promise<{ events: TimelineEvent[]; next: number | null }> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const { view } = await readPart(tx, actor, disputeId, "timeline");
    if (!showsPart(view, "timeline")) throw notFound();
    const worksOnIt = showsPart(view, "contacts");
    const role = actor.kind === "person" ? actor.role : null;
    const left = [...(worksOnIt ? [] : ownOnly), ...eventsHiddenFrom(role, view)];
    const hidden = sql`and e.action <> all (${`{${left.join(",")}}`}::text[])`;
    const rows = await tx.execute<{ row: Omit<TimelineEvent, "payload"> & { payload: string } }>(sql`
      with page as materialized (
        select e.*, (substring(e.payload from '"person":"([0-9a-f-]{36})"'))::uuid as person_id from events e
        where e.county_id = ${actor.countyId}::uuid and e.dispute_id = ${disputeId}::uuid ${hidden}
          ${before === undefined ? sql`` : sql`and e.seq < ${before}`}
        order by e.seq desc limit ${pageSize + 1})
      select json_build_object('seq', e.seq, 'action', e.action, 'who', p.name, 'person', h.name, 'payload', e.payload,
        'at', to_timestamp(e.at_us / 1000000.0)) as row
      from page e left join people p on p.county_id = e.county_id and p.id = e.actor_id
      left join people h on h.county_id = e.county_id and h.id = e.person_id
      order by e.seq desc`);
    const shown = rows
      .slice(0, pageSize)
      .map(({ row }) => ({ ...row, payload: JSON.parse(row.payload) as EventPayload }))
      .map((row) => (worksOnIt ? row : { ...row, payload: withoutOwn(row.payload) }));
    return { events: shown, next: rows.length > pageSize ? (shown.at(-1)?.seq ?? null) : null };
  });
}
