import { addDays, dayOf } from "../../kernel/shanghai";
import { setPanelRuleInput } from "../../panel/inputs";
import { setPanelRule } from "../../panel/set-panel-rule";
import type { DemoCounty } from "./demo-county";

/** The committee's own rules: one for a housing estate, one worded anew since, one that starts next month. */
export async function panelRules(demo: DemoCounty): Promise<void> {
  const set = (days: number, rule: Record<string, unknown>, startsIn = 0) => {
    const at = demo.daysAgo(days, "09:00");
    return setPanelRule(
      demo.as("committee", at),
      setPanelRuleInput.parse({ ruleVersion: null, validFrom: addDays(dayOf(at), startsIn), ...rule }),
    );
  };
  await set(200, {
    type: "migrantWages",
    forceCode: "townCadre",
    need: "optional",
    seats: 1,
    reason: "镇里先由综治办派人听情况",
  });
  await set(60, {
    type: "migrantWages",
    forceCode: "townCadre",
    need: "required",
    seats: 1,
    reason: "年底前欠薪多，镇里要当场答应督办",
  });
  await set(45, {
    type: "neighbour",
    forceCode: "propertyManager",
    area: "江畔花园",
    need: "required",
    seats: 1,
    reason: "房屋图纸、装修押金和门禁都在物业手里",
  });
  await set(45, {
    type: "neighbour",
    forceCode: "other",
    area: "江畔花园",
    need: "optional",
    seats: 1,
    reason: "老小区动墙的多，请鉴定站的人来看一眼",
  });
  await set(
    1,
    {
      type: "land",
      forceCode: "townCadre",
      need: "required",
      seats: 1,
      reason: "二轮延包开始了，要镇里讲清政策",
    },
    30,
  );
}
