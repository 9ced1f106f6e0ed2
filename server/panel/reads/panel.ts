import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { DisputeType, Track } from "@/db/vocabulary";
import { readDispute } from "../../access/gate";
import type { Action } from "../../access/policy";
import type { Speakable } from "../../binding/choices";
import { speakable } from "../../binding/parts/speakable";
import type { ForceWords } from "../../consents/queries";
import { allowedActions } from "../../disputes/reads/allowed";
import { factsOf } from "../../disputes/reads/facts";
import type { Context } from "../../kernel/context";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { choosePanel, type DatedRule, type PanelChoice } from "../parts/choose-panel";
import { type Candidate, rankCandidates } from "./candidates";

export interface Party {
  id: string;
  /** 1 = 甲 A, 2 = 乙 B … */
  side: number;
  name: string;
}

/** A force with what it is asked for here, by which rule, and its people, best first. */
export interface PanelForce extends ForceWords, Omit<PanelChoice, "forceCode"> {
  /** Parties who have not agreed that this force be asked; empty where no consent is asked. */
  missing: Speakable[];
  people: Candidate[];
}

export interface Panel {
  proceedingId: string | null;
  track: Track | null;
  type: DisputeType;
  place: string;
  parties: Party[];
  forces: PanelForce[];
  allowed: Action[];
}

const peopleShown = 8;
const acts: readonly Action[] = ["invitation.send", "consent.record", "tie.record", "tie.waive", "convening.send"];

interface PanelRow {
  type: DisputeType;
  place: string;
  /** The place as it is compared with the areas of rules. */
  placeForm: string;
  parties: Party[];
  rules: DatedRule[];
  forces: (ForceWords & { missing: Speakable[] })[];
}

interface Of {
  countyId: string;
  disputeId: string;
  proceedingId: string | null;
}

/** One statement with everything the panel is chosen from, except the people. */
const panelRow = ({ countyId, disputeId, proceedingId }: Of, today: string): SQL => sql`
  with party as materialized (
    select id, side, name, position, json_build_object('id', p.id, 'name', p.name, ${speakable()}) as who
    from app.readable_parties p where county_id = ${countyId}::uuid and dispute_id = ${disputeId}::uuid),
  force as materialized (select code, name_zh, name_en, short_zh, short_en, sort from forces where county_id = ${countyId}::uuid and disabled_at is null),
  gap as materialized (
    select g.force_code, json_agg(y.who order by y.position) as missing
    from app.consent_gaps(${countyId}::uuid, ${proceedingId}::uuid, ${disputeId}::uuid, '{}', array(select code from force
      where exists (select from proceedings t where t.county_id = ${countyId}::uuid and t.id = ${proceedingId}::uuid and t.track = 'peoples'))) g
    join party y on y.id = g.party_id group by g.force_code)
  select json_build_object('type', d.type, 'place', d.place || ' ' || coalesce(c.name, ''),
    'placeForm', app.place_form(d.place || ' ' || coalesce(c.name, '')),
    'parties', (select coalesce(json_agg(json_build_object('id', p.id, 'side', p.side, 'name', p.name) order by p.position), '[]') from party p),
    'rules', (select coalesce(json_agg(json_build_object('forceCode', r.force_code, 'area', r.area, 'areaForm', app.place_form(r.area),
        'validFrom', r.valid_from, 'need', r.need, 'seats', r.seats, 'reason', r.reason)), '[]')
      from panel_rules r where r.county_id = d.county_id and r.committee_id = d.committee_id and r.dispute_type = d.type and r.valid_from <= ${today}::date),
    'forces', (select coalesce(json_agg(json_build_object('code', f.code, 'nameZh', f.name_zh, 'nameEn', f.name_en, 'shortZh', f.short_zh, 'shortEn', f.short_en,
        'missing', coalesce(g.missing, '[]')) order by f.sort), '[]') from force f left join gap g on g.force_code = f.code)) as row
  from disputes d left join contact_points c on c.county_id = d.county_id and c.id = d.point_id
  where d.county_id = ${countyId}::uuid and d.id = ${disputeId}::uuid`;

/** What each force is asked for in a dispute and by which rule; without the people. */
export function needsOf(
  ctx: Context,
  { disputeId }: { disputeId: string },
): Promise<{ type: DisputeType; choices: PanelChoice[] }> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { proceeding } = await readDispute(tx, actor, "panel.read", disputeId);
    const today = dayOf(now);
    const of = { countyId: actor.countyId, disputeId, proceedingId: proceeding?.id ?? null };
    const [found] = await tx.execute<{ row: PanelRow }>(panelRow(of, today));
    if (!found) throw new Error("no panel row");
    const { row } = found;
    return { type: row.type, choices: choosePanel({ ...row, today, forceCodes: row.forces.map(({ code }) => code) }) };
  });
}

/** The panel of a dispute that the gate has opened already, without what its reader may do. */
export async function panelIn(tx: Tx, of: Of, now: Date): Promise<Omit<Panel, "track" | "allowed">> {
  const [[found], people] = await Promise.all([
    tx.execute<{ row: PanelRow }>(panelRow(of, dayOf(now))),
    tx.execute<Candidate & Record<string, unknown>>(rankCandidates(of, { now, forceCode: null, limit: peopleShown })),
  ]);
  if (!found) throw new Error("no panel row");
  const { row } = found;
  const choices = choosePanel({ ...row, today: dayOf(now), forceCodes: row.forces.map((force) => force.code) });
  return {
    proceedingId: of.proceedingId,
    type: row.type,
    place: row.place.trim(),
    parties: row.parties,
    forces: row.forces.map((force, at) => {
      const { forceCode: _, ...choice } = choices[at] as PanelChoice;
      return { ...force, ...choice, people: people.filter((one) => one.forceCode === force.code) };
    }),
  };
}

/**
 * Whom to gather for a dispute: each force with its need, seats and reason, its people ranked with their reasons, and
 * what is missing.
 */
export function panelOf(ctx: Context, { disputeId }: { disputeId: string }): Promise<Panel> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { dispute, proceeding, actsBy } = await readDispute(tx, actor, "panel.read", disputeId);
    const [panel, facts] = await Promise.all([
      panelIn(tx, { countyId: actor.countyId, disputeId, proceedingId: proceeding?.id ?? null }, now),
      proceeding && factsOf(tx, actor.countyId, proceeding.id, now),
    ]);
    const may = allowedActions(actor, actsBy, dispute, proceeding, facts);
    return { ...panel, track: proceeding?.track ?? null, allowed: acts.filter((action) => may.includes(action)) };
  });
}
