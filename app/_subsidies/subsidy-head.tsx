import { useTranslations } from "next-intl";
import { ExportButton } from "@/app/_export/export-button";
import { PrintButton } from "@/app/_record/print-button";
import { useMonthWord } from "@/app/_statistics/month-words";
import { ButtonLink } from "@/app/_ui/actions/button";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { useFormat } from "@/app/_ui/format/use-format";
import { PageHead } from "@/app/_ui/layout/page-head";
import { addMonths } from "@/server/kernel/shanghai";
import type { SubsidyMonth } from "@/server/subsidies/reads/subsidies-of-month";

interface SubsidyHeadProps {
  seen: SubsidyMonth;
  /** 'YYYY-MM'; no month after it is offered. */
  thisMonth: string;
  canExport: boolean;
}

/** Which month of which committee, what it comes to, and the ways to other months and onto paper. */
export function SubsidyHead({ seen, thisMonth, canExport }: SubsidyHeadProps) {
  const t = useTranslations("subsidies");
  const f = useFormat();
  const monthWord = useMonthWord();
  const { month, mediators, committeeName } = seen;
  const sum = (key: "paid" | "paidFen" | "blocked") => mediators.reduce((all, one) => all + one[key], 0);
  const other = (by: number) => `/subsidies?month=${addMonths(`${month}-01`, by).slice(0, 7)}`;
  return (
    <PageHead
      title={t("title")}
      note={t("note", {
        committee: committeeName,
        month: monthWord(month, true),
        paid: sum("paid"),
        sum: f.money(yuanOfFen(sum("paidFen"))),
        blocked: sum("blocked"),
      })}
      end={
        <>
          <ButtonLink small href={other(-1)}>
            {t("previous")}
          </ButtonLink>
          {month < thisMonth ? (
            <ButtonLink small href={other(1)}>
              {t("following")}
            </ButtonLink>
          ) : null}
          {canExport ? <ExportButton sheet="subsidies" input={{ month }} /> : null}
          <PrintButton />
        </>
      }
    />
  );
}
