import type { RuleKey } from "@/server/rules/defaults";
import type { RuleLine } from "@/server/settings/reads/rule-sheet";

/** What rules govern, in the order of the page. */
export const ruleGroups = [
  "limits",
  "intake",
  "handling",
  "meetings",
  "office",
  "after",
  "subsidy",
  "reading",
  "signIn",
] as const;
export type RuleGroup = (typeof ruleGroups)[number];

type Family = RuleKey extends infer Key ? (Key extends `${infer First}.${string}` ? First : never) : never;

/** A family of rules does not compile without its group. Second factors have a page of their own. */
const groupOf: Readonly<Record<Exclude<Family, "secondFactor">, RuleGroup>> = {
  peoples: "limits",
  publicSecurity: "limits",
  settlement: "limits",
  officerRequest: "limits",
  confirmation: "limits",
  suit: "limits",
  enforcement: "limits",
  age: "limits",
  triage: "intake",
  gate: "intake",
  violence: "intake",
  identify: "intake",
  clue: "intake",
  slip: "intake",
  repeat: "intake",
  transfer: "intake",
  step: "handling",
  leadRequest: "handling",
  access: "handling",
  election: "handling",
  unreachable: "handling",
  consultation: "handling",
  invitation: "meetings",
  hold: "meetings",
  convening: "meetings",
  travel: "meetings",
  substitute: "meetings",
  silence: "meetings",
  link: "meetings",
  session: "meetings",
  record: "meetings",
  office: "office",
  notice: "office",
  reminder: "office",
  obligation: "after",
  breach: "after",
  visit: "after",
  revisit: "after",
  relapse: "after",
  papers: "after",
  archive: "after",
  retention: "after",
  subsidy: "subsidy",
  reveal: "reading",
  search: "reading",
  export: "reading",
  window: "reading",
  signIn: "signIn",
  checkpoint: "signIn",
};

/** The rules by what they govern; a group without any is left out. */
export function groupRules(rules: readonly RuleLine[]): { group: RuleGroup; rules: RuleLine[] }[] {
  return ruleGroups
    .map((group) => ({
      group,
      rules: rules.filter(({ key }) => groupOf[key.slice(0, key.indexOf(".")) as keyof typeof groupOf] === group),
    }))
    .filter(({ rules }) => rules.length > 0);
}
