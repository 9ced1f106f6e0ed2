import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import type { NewEvent } from "../kernel/events";
import { conflict, invalid, notFound } from "../kernel/problem";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import type { MergeOfficeInput } from "./inputs";
import { changedPlace } from "./parts/tell-changed-place";

interface Office extends Record<string, unknown> {
  id: string;
  name: string;
  isClosed: boolean;
}
interface Gone extends Record<string, unknown> {
  disputes: string[];
  people: string[];
  offers: { disputeId: string; transferId: string; proceedingId: string }[];
  calls: number;
  panelRules: number;
  roster: number;
}

/**
 * Closes a station or committee whose work, people and places another one takes, in one transaction (docs/adr/0054): open
 * matters with their leads, sessions and offers, and of a station calls, groups, clues, questions, open meetings, roster,
 * contact points and rooms; of a committee its panel rules. What is over keeps the old name and is read by the successor.
 * Staff and parties are told once. Refused, nothing has changed: alreadyClosed, successorUnfit.
 */
export function mergeOffice(ctx: ActContext, input: MergeOfficeInput): Promise<{ id: string }> {
  const { countyId } = ctx.actor;
  const { kind, id, successorId, reason } = input;
  return act(
    ctx,
    "office.merge",
    input,
    (who) => requireRole(who, "office.merge"),
    async (tx) => {
      const [old, next] = await lockedOffices(tx, countyId, input);
      const renamed = kind === "station" ? await renameAlike(tx, ctx, old, next) : [];
      const gone = await withSystemPrivileges(tx, async () => {
        const [row] = await tx.execute<{ gone: Gone }>(sql`
          select app.succeed_office(${countyId}::uuid, ${kind}, ${id}::uuid, ${successorId}::uuid, ${ctx.actor.kind === "person" ? ctx.actor.personId : null}::uuid,
            ${reason}) as gone`);
        if (!row) throw new Error("nothing went");
        return row.gone;
      });
      const said = { kind, id, name: old.name, successor: successorId, successorName: next.name, reason };
      return {
        result: { id },
        payload: {
          ...said,
          people: gone.people,
          disputes: gone.disputes.length,
          calls: gone.calls,
          panelRules: gone.panelRules,
          roster: gone.roster,
        },
        after: [
          ...gone.disputes.map((disputeId): NewEvent => ({ action: "dispute.succeed", disputeId, payload: said })),
          ...offerEvents(gone),
          ...renamed,
        ],
      };
    },
  );
}

/** An offer that stands anew is told like any other; the withdrawn one before it is said by the same event. */
const offerEvents = ({ offers }: Gone): NewEvent[] =>
  offers.map(({ disputeId, proceedingId, transferId }) => ({
    action: "transfer.offer",
    disputeId,
    proceedingId,
    payload: { transferId, isInside: true },
  }));

/** The office that closes and the one that goes on, locked in one order, so that two administrators wait for each other. */
async function lockedOffices(
  tx: Tx,
  countyId: string,
  { kind, id, successorId }: MergeOfficeInput,
): Promise<[Office, Office]> {
  const table = sql.raw(kind === "station" ? "stations" : "committees");
  const rows = await tx.execute<Office>(sql`
    select id, name, disabled_at is not null as "isClosed" from ${table}
    where county_id = ${countyId}::uuid and id in (${id}::uuid, ${successorId}::uuid) order by id for update`);
  const [old, next] = [id, successorId].map((one) => rows.find((row) => row.id === one));
  if (!old || !next) throw notFound();
  if (old.isClosed) throw conflict("alreadyClosed");
  if (next.isClosed || next.id === old.id) throw invalid("successorUnfit");
  return [old, next];
}

const nameMax = 60;

/**
 * A contact point whose name the successor has already gets the old station's name beside it. Whoever is to come there is told
 * of the new name.
 */
async function renameAlike(tx: Tx, ctx: ActContext, old: Office, next: Office): Promise<NewEvent[]> {
  const { countyId } = ctx.actor;
  const alike = await tx.execute<{ id: string; name: string }>(sql`
    select p.id, p.name from contact_points p join contact_points o on o.county_id = p.county_id and o.station_id = ${next.id}::uuid and o.name = p.name
    where p.county_id = ${countyId}::uuid and p.station_id = ${old.id}::uuid order by p.id`);
  const all: NewEvent[] = [];
  for (const { id, name } of alike) {
    const suffix = `（${old.name}）`;
    const both = `${name.slice(0, nameMax - suffix.length)}${suffix}`.slice(0, nameMax);
    const { events } = await changedPlace(tx, { countyId, now: ctx.now }, { pointId: id }, () =>
      tx.execute(
        sql`update contact_points set name = ${both} where county_id = ${countyId}::uuid and id = ${id}::uuid`,
      ),
    );
    all.push(...events);
  }
  return all;
}
