import { useSeen } from "@/app/_ui/fields/use-seen";
import type { WrittenRule } from "@/server/panel/reads/rules";

type Version = Pick<WrittenRule, "area" | "validFrom" | "version">;

/** Which rules there are and in which versions, in an order of their own. */
const versionsOf = (rules: readonly Version[]): Version[] =>
  rules
    .map(({ area, validFrom, version }) => ({ area, validFrom, version }))
    .sort((a, b) => a.area.localeCompare(b.area) || a.validFrom.localeCompare(b.validFrom));

/** The rules a form was opened on, of which it replaces the one of the area and day that are filled in. */
export function useSeenRule(rules: readonly WrittenRule[], { area, validFrom }: Omit<Version, "version">) {
  const seen = useSeen({ version: versionsOf(rules), values: rules });
  const isHere = (rule: Version) => rule.area === area && rule.validFrom === validFrom;
  return {
    before: seen.before,
    newer: seen.newer,
    accept: seen.accept,
    isHere,
    /** The version it replaces; null where the user saw no such rule. */
    ruleVersion: seen.version.find(isHere)?.version ?? null,
    saved(version: number) {
      const others = seen.version.filter((rule) => !isHere(rule));
      seen.saved(versionsOf([...others, { area, validFrom, version }]), rules);
    },
  };
}
