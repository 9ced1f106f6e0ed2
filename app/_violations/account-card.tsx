import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Sheet } from "@/app/_ui/layout/sheet";
import { FactList } from "@/app/_ui/lists/fact-list";
import type { ViolationPage } from "@/server/violations/reads/violation";

/** What the agreement will say of the case, item by item, with who wrote it and when. */
export function AccountCard({ account }: { account: NonNullable<ViolationPage["account"]> }) {
  const t = useTranslations("violations.account");
  const byAt = useTranslations("violations");
  const f = useFormat();
  const texts = ["place", "cause", "course", "circumstances", "result", "performanceWay", "others"] as const;
  return (
    <Sheet>
      <FactList
        wide
        facts={[
          { label: t("organ"), value: account.organ },
          { label: t("happenedAt"), value: f.dayTime(account.happenedAt) },
          ...texts.map((which) => ({ key: which, label: t(which), value: account[which] || t("nobodyElse") })),
          { label: t("by"), value: byAt("byAt", { who: account.by, at: f.dayTime(account.at) }) },
        ]}
      />
    </Sheet>
  );
}
