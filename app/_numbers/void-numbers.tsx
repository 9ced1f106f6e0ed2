import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { FactList } from "@/app/_ui/lists/fact-list";
import { Unbroken } from "@/app/_ui/text/unbroken";
import type { NumberSheet } from "@/server/numbers/queries";

/** Numbers of this year that were given and withdrawn: kept with their reason, and never given again. */
export function VoidNumbers({ sheet }: { sheet: NumberSheet }) {
  const t = useTranslations("numbers");
  const f = useFormat();
  const voids = sheet.series.flatMap((line) => line.voids);
  if (voids.length === 0) return null;
  return (
    <Sheet labelledBy="void-numbers">
      <SectionHead id="void-numbers" title={t("voids")} note={t("voidsNote")} />
      <FactList
        facts={voids.map(({ number, reason, at }) => ({
          key: number,
          label: f.day(at),
          value: <Unbroken>{t("voidLine", { reason, number })}</Unbroken>,
        }))}
      />
    </Sheet>
  );
}
