import { useTranslations } from "next-intl";
import { ExportButton } from "@/app/_export/export-button";
import { PrintButton } from "@/app/_record/print-button";
import { ButtonLink } from "@/app/_ui/actions/button";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { useMonthWord } from "@/app/_ui/format/month-words";
import { useFormat } from "@/app/_ui/format/use-format";
import { PageHead } from "@/app/_ui/layout/page-head";
import type { SubsidyMonth } from "@/server/subsidies/reads/subsidies-of-month";
import { HandOverButton } from "./hand-over-button";

interface SubsidyHeadProps {
  seen: SubsidyMonth;
  canExport: boolean;
}

/** Which month of which committee, what it comes to, and the ways to other months and onto paper. */
export function SubsidyHead({ seen, canExport }: SubsidyHeadProps) {
  const t = useTranslations("subsidies");
  const f = useFormat();
  const monthWord = useMonthWord();
  const { month, previous, following, mediators, committeeName } = seen;
  const sum = (key: "paid" | "paidFen" | "blocked") => mediators.reduce((all, one) => all + one[key], 0);
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
          <ButtonLink small href={`/subsidies?month=${previous}`}>
            {t("previous")}
          </ButtonLink>
          {following ? (
            <ButtonLink small href={`/subsidies?month=${following}`}>
              {t("following")}
            </ButtonLink>
          ) : null}
          <ToHandOver seen={seen} sumFen={sum("paidFen")} />
          {canExport ? <ExportButton sheet="subsidies" input={{ month }} /> : null}
          <PrintButton />
        </>
      }
    />
  );
}

/** Hands over what is shown, or leads to the month that comes first. */
function ToHandOver({ seen, sumFen }: { seen: SubsidyMonth; sumFen: number }) {
  const t = useTranslations("subsidies");
  const monthWord = useMonthWord();
  const { month, toHandOver } = seen;
  if (toHandOver === null) return null;
  if (toHandOver === month) return <HandOverButton seen={seen} sumFen={sumFen} />;
  return (
    <ButtonLink small href={`/subsidies?month=${toHandOver}`}>
      {t("handOverFirst", { month: monthWord(toHandOver, true) })}
    </ButtonLink>
  );
}
