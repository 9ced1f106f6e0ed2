import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { Empty } from "@/app/_ui/feedback/empty";
import { Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { RuleLine } from "@/server/settings/reads/rule-sheet";
import { groupRules } from "./rule-groups";
import { RuleTable } from "./rule-table";
import { ruleName } from "./rule-words";

interface RuleSheetProps {
  rules: readonly RuleLine[];
  now: string;
  /** Words that the name of a rule or of its group contains; "" for all rules. */
  find: string;
}

/** All rules by what they govern; with words, those that are called so. */
export function RuleSheet({ rules, now, find }: RuleSheetProps) {
  const t = useTranslations("settings");
  const looked = find.toLowerCase();
  const has = (words: string) => words.toLowerCase().includes(looked);
  const found = groupRules(rules)
    .map(({ group, rules }) => {
      const name = t(`rules.groups.${group}`);
      return { group, name, rules: has(name) ? rules : rules.filter(({ key }) => has(ruleName(t, key))) };
    })
    .filter(({ rules }) => rules.length > 0);
  if (found.length === 0)
    return (
      <Sheet>
        <Empty action={<Link href="/rules">{t("rules.all")}</Link>}>{t("rules.notFound", { words: find })}</Empty>
      </Sheet>
    );
  return found.map(({ group, name, rules }) => (
    <Stack key={group}>
      <SectionHead id={`rules-${group}`} title={name} note={rules.length} />
      <Sheet flush labelledBy={`rules-${group}`}>
        <RuleTable rules={rules} now={now} caption={t("rules.caption", { group: name })} />
      </Sheet>
    </Stack>
  ));
}
