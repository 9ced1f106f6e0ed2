import type { DisputeType, PanelNeed } from "@/db/vocabulary";
import { type PanelReason, panelDefault } from "../defaults";

/** A committee's rule for one type of dispute. */
export interface DatedRule {
  forceCode: string;
  /** Words the place must hold; "" = anywhere. */
  area: string;
  /** The first day on which it applies, 'YYYY-MM-DD' in Shanghai. */
  validFrom: string;
  need: PanelNeed;
  seats: number;
  reason: string;
}

export type PanelSource = "default" | "own" | "area";

/** What one force is asked for in a dispute, and who says so. */
export interface PanelChoice {
  forceCode: string;
  need: PanelNeed;
  seats: number;
  source: PanelSource;
  /** The words the place must contain for the rule; "" for everywhere. */
  area: string;
  /** Since when the rule applies; null for a default. */
  validFrom: string | null;
  /** The default's reason; null where the committee has written one itself. */
  why: PanelReason | null;
  /** The committee's own words. */
  reason: string;
}

/** Narrowest area first, within it the newest day. */
const before = (a: DatedRule, b: DatedRule) =>
  [...b.area].length - [...a.area].length || b.validFrom.localeCompare(a.validFrom);

/** The rule that applies to a force at a place on a day, or null where the default applies. */
export function ruleAt<R extends DatedRule>(
  rules: readonly R[],
  at: { forceCode: string; place: string; today: string },
): R | null {
  const [first] = rules
    .filter((rule) => rule.forceCode === at.forceCode && rule.validFrom <= at.today && at.place.includes(rule.area))
    .sort(before);
  return first ?? null;
}

/** What each force is asked for: the committee's newest rule of the narrowest area, else the default of the type. */
export function choosePanel(dispute: {
  type: DisputeType;
  place: string;
  today: string;
  rules: readonly DatedRule[];
  forceCodes: readonly string[];
}): PanelChoice[] {
  const { type, place, today, rules, forceCodes } = dispute;
  return forceCodes.map((forceCode) => {
    const rule = ruleAt(rules, { forceCode, place, today });
    if (!rule)
      return { forceCode, ...panelDefault(type, forceCode), source: "default", area: "", validFrom: null, reason: "" };
    const { need, seats, area, validFrom, reason } = rule;
    return { forceCode, need, seats, source: area ? "area" : "own", area, validFrom, why: null, reason };
  });
}
