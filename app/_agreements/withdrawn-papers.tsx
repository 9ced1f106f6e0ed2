"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { DifferencesFrom } from "./differences-from";
import type { ShownVersion } from "./versions";

/** Papers taken back; their numbers are void. */
export function WithdrawnPapers({ page, ...shown }: ShownVersion) {
  const t = useTranslations("agreements.earlier");
  const f = useFormat();
  if (page.withdrawn.length === 0) return null;
  return (
    <Sheet labelledBy="withdrawn">
      <SectionHead id="withdrawn" title={t("title")} note={page.withdrawn.length} />
      <ul>
        {page.withdrawn.map((paper) => (
          <li key={paper.id}>
            {t("line", { number: paper.number ?? t("draft"), at: f.day(paper.withdrawnAt), reason: paper.reason })}
            {paper.words ? (
              <DifferencesFrom page={page} {...shown} words={paper.words} name={paper.number ?? t("draft")} />
            ) : null}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
