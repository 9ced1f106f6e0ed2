import { describe, expect, it } from "vitest";
import { defaultForceCodes, disputeTypes } from "@/db/vocabulary";
import { panelDefault, panelReasons } from "../defaults";
import { choosePanel, type DatedRule } from "./choose-panel";

const rule = (over: Partial<DatedRule>): DatedRule => ({
  forceCode: "lawyer",
  area: "",
  areaForm: over.area ?? "",
  validFrom: "2026-01-01",
  need: "optional",
  seats: 1,
  reason: "",
  ...over,
});
const at = (rules: DatedRule[], over: { placeForm?: string; today?: string } = {}) =>
  choosePanel({
    type: "neighbour",
    placeForm: "柳湾镇江畔花园3栋",
    today: "2026-11-25",
    rules,
    forceCodes: ["lawyer", "propertyManager"],
    ...over,
  })[0];

describe("the defaults", () => {
  it.each(disputeTypes)("ask somebody to %s, a few of them as required, each with a reason", (type) => {
    const asked = defaultForceCodes
      .map((code) => panelDefault(type, code))
      .filter(({ need, why }) => need !== "none" || why);
    expect(asked.every(({ why }) => why !== null && panelReasons.includes(why))).toBe(true);
    const required = asked.filter(({ need }) => need === "required").length;
    expect(required).toBeGreaterThanOrEqual(1);
    expect(required).toBeLessThanOrEqual(3);
  });

  it("use every reason, and ask cadre, justice office and lawyer in a dispute about land", () => {
    const used = disputeTypes.flatMap((type) => defaultForceCodes.map((code) => panelDefault(type, code).why));
    expect(panelReasons.filter((why) => !used.includes(why))).toEqual([]);
    const land = defaultForceCodes.filter((code) => panelDefault("land", code).need === "required");
    expect(land).toEqual(["villageCadre", "lawyer", "justiceOffice"]);
    expect(panelDefault("property", "propertyManager")).toEqual({ need: "none", seats: 1, why: "oftenParty" });
    expect(panelDefault("land", "beekeepers")).toEqual({ need: "none", seats: 1, why: null });
  });
});

describe("the committee's rules", () => {
  it("replace the default from their day on", () => {
    expect(at([])).toMatchObject({ source: "default", need: "required", why: "statesLaw", validFrom: null });
    const coming = rule({ validFrom: "2026-11-26", need: "none" });
    expect(at([coming])).toMatchObject({ source: "default", need: "required" });
    expect(at([coming], { today: "2026-11-26" })).toMatchObject({
      source: "own",
      need: "none",
      why: null,
      validFrom: "2026-11-26",
    });
  });

  it("of the narrowest area whose words the place contains win, also over newer ones of a wider area", () => {
    const rules = [
      rule({ validFrom: "2026-11-20" }),
      rule({ area: "江畔", validFrom: "2026-11-01", seats: 2 }),
      rule({ area: "江畔花园", validFrom: "2026-02-01", need: "required", seats: 3 }),
      rule({ area: "东岗村", validFrom: "2026-11-24", need: "none" }),
    ];
    expect(at(rules)).toMatchObject({ source: "area", area: "江畔花园", seats: 3 });
    expect(at(rules, { placeForm: "江畔社区" })).toMatchObject({ source: "area", area: "江畔", seats: 2 });
    expect(at(rules, { placeForm: "富民路" })).toMatchObject({ source: "own", seats: 1, validFrom: "2026-11-20" });
  });

  it("are replaced by a newer one of the same area, and only for their own force", () => {
    const rules = [
      rule({ validFrom: "2026-11-01", seats: 2 }),
      rule({ validFrom: "2026-11-20", seats: 4 }),
      rule({ forceCode: "propertyManager", validFrom: "2026-11-24", seats: 5 }),
    ];
    expect(at(rules)).toMatchObject({ seats: 4 });
    expect(at(rules, { today: "2026-11-10" })).toMatchObject({ seats: 2 });
  });

  it("of a group or building are not those of one whose number ends alike", () => {
    const rules = [rule({ area: "3组", seats: 3 })];
    expect(at(rules, { placeForm: "东岗村3组" })).toMatchObject({ source: "area" });
    expect(at(rules, { placeForm: "东岗村13组" })).toMatchObject({ source: "default" });
  });
});
