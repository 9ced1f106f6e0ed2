import { useTranslations } from "next-intl";
import { NewerValues } from "@/app/_ui/feedback/newer-values";
import type { WrittenRule } from "@/server/panel/reads/rules";
import { useNeedWords } from "./use-rule-words";
import type { useSeenRule } from "./use-seen-rule";

interface NewerRuleProps {
  seen: ReturnType<typeof useSeenRule>;
  onTake: (rule: WrittenRule) => void;
}

/** The rule that somebody else wrote for the same area and day while the form was open. */
export function NewerRule({ seen, onTake }: NewerRuleProps) {
  const t = useTranslations("panel.rules");
  const needs = useNeedWords();
  return (
    <NewerValues
      seen={seen}
      words={(all) => {
        const rule = all.find(seen.isHere);
        return [
          { label: t("need"), value: rule ? needs(rule) : "" },
          { label: t("reason"), value: rule ? `${rule.reason} · ${rule.by}` : "" },
        ];
      }}
      onTake={(all) => {
        const rule = all.find(seen.isHere);
        if (rule) onTake(rule);
      }}
    />
  );
}
