import type { DisputeType, PanelNeed } from "@/db/vocabulary";
import { type PanelReason, panelDefault } from "../defaults";

/** A committee's rule for one type of dispute. */
export interface DatedRule {
  forceCode: string;
  /** Words the place must hold; "" = anywhere. */
  area: string;
  /** The same in the form in which places are compared (app.place_form): 东岗村三组 is 东岗村第3组. */
  areaForm: string;
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
  [...b.areaForm].length - [...a.areaForm].length || b.validFrom.localeCompare(a.validFrom);

/** Whether the form of a place holds the form of an area; 1栋 is not held by 11栋, nor 3组 by 13组, nor 花园3 by 花园30栋. As app.holds_area. */
const holds = (place: string, area: string): boolean => {
  for (let at = place.indexOf(area); at >= 0; at = place.indexOf(area, at + 1)) {
    const cutsBefore = /^\d/.test(area) && /\d/.test(place.charAt(at - 1));
    const cutsAfter = /\d$/.test(area) && /\d/.test(place.charAt(at + area.length));
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
};

/** The rule that applies to a force at a place, in its form, on a day; or null where the default applies. */
export function ruleAt<R extends DatedRule>(
  rules: readonly R[],
  at: { forceCode: string; placeForm: string; today: string },
): R | null {
  const [first] = rules
    .filter(
      (rule) => rule.forceCode === at.forceCode && rule.validFrom <= at.today && holds(at.placeForm, rule.areaForm),
    )
    .sort(before);
  return first ?? null;
}

/** What each force is asked for: the committee's newest rule of the narrowest area, else the default of the type. */
export function choosePanel(dispute: {
  type: DisputeType;
  placeForm: string;
  today: string;
  rules: readonly DatedRule[];
  forceCodes: readonly string[];
}): PanelChoice[] {
  const { type, placeForm, today, rules, forceCodes } = dispute;
  return forceCodes.map((forceCode) => {
    const rule = ruleAt(rules, { forceCode, placeForm, today });
    if (!rule)
      return { forceCode, ...panelDefault(type, forceCode), source: "default", area: "", validFrom: null, reason: "" };
    const { need, seats, area, validFrom, reason } = rule;
    return { forceCode, need, seats, source: area ? "area" : "own", area, validFrom, why: null, reason };
  });
}
