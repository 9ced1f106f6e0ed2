import { sql } from "drizzle-orm";
import type { DisputeType } from "@/db/vocabulary";
import { requireRole } from "../../access/gate";
import type { ForceWords } from "../../consents/queries";
import type { Context } from "../../kernel/context";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { type PanelDefault, panelDefault } from "../defaults";
import { type DatedRule, ruleAt } from "../parts/choose-panel";

/** A rule with whoever wrote it; `writtenAt` is ISO text. */
export interface WrittenRule extends DatedRule {
  by: string;
  writtenAt: string;
  version: number;
}

/**
 * What a force is asked for in one type of dispute: the built-in default, and the committee's present, coming and past
 * rules.
 */
export interface RuleSheetForce extends ForceWords {
  standard: PanelDefault;
  /** The committee's rule for everywhere that applies today; null = the default applies. */
  own: WrittenRule | null;
  /** Rules of areas that apply today, widest area first. */
  areas: WrittenRule[];
  /** Rules that start on a later day, soonest first. */
  coming: WrittenRule[];
  /** Rules that were replaced, newest first. */
  past: WrittenRule[];
}

export interface RuleSheet {
  committee: string | null;
  type: DisputeType;
  /** 'YYYY-MM-DD' in Shanghai. */
  today: string;
  /** How many rules of its own the committee has written, by type. */
  written: Partial<Record<DisputeType, number>>;
  forces: RuleSheetForce[];
  canSet: boolean;
}

interface Row {
  committee: string | null;
  written: Partial<Record<DisputeType, number>> | null;
  forces: ForceWords[];
  rules: WrittenRule[];
}

/** Sorts one force's rules into present, coming and past ones. */
export function sheetOf(
  force: ForceWords,
  rules: readonly WrittenRule[],
  type: DisputeType,
  today: string,
): RuleSheetForce {
  const mine = rules.filter((rule) => rule.forceCode === force.code);
  const words = [...new Set(mine.map((rule) => rule.areaForm))].sort(
    (a, b) => a.length - b.length || a.localeCompare(b),
  );
  const holding = words.flatMap((areaForm) => {
    const here = mine.filter((rule) => rule.areaForm === areaForm);
    return ruleAt(here, { forceCode: force.code, placeForm: areaForm, today }) ?? [];
  });
  return {
    ...force,
    standard: panelDefault(type, force.code),
    own: holding.find((rule) => rule.area === "") ?? null,
    areas: holding.filter((rule) => rule.area !== ""),
    coming: mine.filter((rule) => rule.validFrom > today).sort((a, b) => a.validFrom.localeCompare(b.validFrom)),
    past: mine
      .filter((rule) => rule.validFrom <= today && !holding.includes(rule))
      .sort((a, b) => b.validFrom.localeCompare(a.validFrom)),
  };
}

/** Rules of the reader's committee for one type; an officer reads those of the committee with its room in their station. */
export function rulesOf(ctx: Context, { type }: { type: DisputeType }): Promise<RuleSheet> {
  const { actor, now } = ctx;
  requireRole(actor, "panel.readRules");
  const { countyId, committeeId, stationId } = actor;
  return asActor(ctx, async (tx) => {
    const today = dayOf(now);
    const [found] = await tx.execute<{ row: Row }>(sql`
      with mine as (select coalesce(${committeeId}::uuid, (select p.committee_id from people p where p.county_id = ${countyId}::uuid
        and p.station_id = ${stationId}::uuid and p.role = 'mediator' and p.disabled_at is null order by p.id limit 1)) as id)
      select json_build_object(
        'committee', (select c.name from committees c, mine where c.county_id = ${countyId}::uuid and c.id = mine.id),
        'written', (select json_object_agg(t.dispute_type, t.n) from (select r.dispute_type, count(*) as n from panel_rules r, mine
          where r.county_id = ${countyId}::uuid and r.committee_id = mine.id group by 1) t),
        'forces', (select coalesce(json_agg(json_build_object('code', f.code, 'nameZh', f.name_zh, 'nameEn', f.name_en,
          'shortZh', f.short_zh, 'shortEn', f.short_en) order by f.sort), '[]')
          from forces f where f.county_id = ${countyId}::uuid and f.disabled_at is null),
        'rules', (select coalesce(json_agg(json_build_object('forceCode', r.force_code, 'area', r.area, 'areaForm', app.place_form(r.area),
          'validFrom', r.valid_from, 'need', r.need, 'seats', r.seats, 'reason', r.reason, 'by', w.name, 'writtenAt', r.written_at, 'version', r.version)), '[]')
          from panel_rules r join mine on r.committee_id = mine.id join people w on w.county_id = r.county_id and w.id = r.written_by
          where r.county_id = ${countyId}::uuid and r.dispute_type = ${type}::dispute_type)) as row`);
    if (!found) throw new Error("no rules row");
    const { committee, written, forces, rules } = found.row;
    return {
      committee,
      type,
      today,
      written: written ?? {},
      forces: forces.map((force) => sheetOf(force, rules, type, today)),
      canSet: actor.role === "committeeHead" && committeeId !== null,
    };
  });
}
