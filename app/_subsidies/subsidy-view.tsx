import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { Empty } from "@/app/_ui/feedback/empty";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type Column, DataTable } from "@/app/_ui/lists/data-table";
import type { SubsidyMatter } from "@/server/subsidies/parts/matters-due";
import type { SubsidyMediator, SubsidyMonth } from "@/server/subsidies/reads/subsidies-of-month";
import { BlockWords } from "./block-words";
import { Corrections, HandedOver } from "./handed-over";
import styles from "./subsidies.module.css";

/** A month's subsidies: what comes to each mediator, the matters paid for, and those held back with the reason. */
export function SubsidyView({ seen }: { seen: SubsidyMonth }) {
  const t = useTranslations("subsidies");
  const paid = seen.matters.filter(({ block }) => block === null);
  const blocked = seen.matters.filter(({ block }) => block !== null);
  return (
    <>
      <p className={styles.how} data-wide>
        {t("how")}
      </p>
      <HandedOver handedOver={seen.handedOver} />
      {seen.mediators.length > 0 ? <Mediators rows={seen.mediators} /> : null}
      <Matters id="paid" title={t("paid")} none={t("nonePaid")} rows={paid} />
      <Matters id="blocked" title={t("blocked")} none={t("noneBlocked")} rows={blocked} isBlocked />
      {seen.corrections.length > 0 ? <Corrections rows={seen.corrections} /> : null}
      <dl className={styles.signs} aria-label={t("signs.label")}>
        {(["made", "checked", "on"] as const).map((key) => (
          <div key={key}>
            <dt>{t(`signs.${key}`)}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </>
  );
}

const useMoney = () => {
  const f = useFormat();
  return (fen: number) => f.money(yuanOfFen(fen));
};

function Mediators({ rows }: { rows: readonly SubsidyMediator[] }) {
  const t = useTranslations("subsidies");
  const money = useMoney();
  const column = (
    key: "paidCount" | "paidSum" | "blockedCount" | "blockedSum",
    cell: Column<SubsidyMediator>["cell"],
  ) => ({ key, head: t(key), label: t(key), isNumber: true, cell }) satisfies Column<SubsidyMediator>;
  return (
    <Sheet flush labelledBy="mediators">
      <div className={styles.inset}>
        <SectionHead id="mediators" title={t("mediators")} />
      </div>
      <DataTable
        caption={t("mediators")}
        rows={rows}
        keyOf={({ personId }) => personId}
        columns={[
          { key: "person", head: t("person"), label: t("person"), cell: ({ name }) => name },
          column("paidCount", ({ paid }) => paid),
          column("paidSum", ({ paidFen }) => money(paidFen)),
          column("blockedCount", ({ blocked }) => blocked),
          column("blockedSum", ({ blockedFen }) => money(blockedFen)),
        ]}
      />
    </Sheet>
  );
}

interface MattersProps {
  id: string;
  title: string;
  none: string;
  rows: readonly SubsidyMatter[];
  isBlocked?: boolean;
}

function Matters({ id, title, none, rows, isBlocked }: MattersProps) {
  const t = useTranslations("subsidies");
  const f = useFormat();
  const money = useMoney();
  const day = t(isBlocked ? "ended" : "day");
  const columns: Column<SubsidyMatter>[] = [
    {
      key: "matter",
      head: t("matter"),
      label: t("matter"),
      cell: ({ disputeId, number, title: named }) => (
        <Link href={`/disputes/${disputeId}/dossier`}>
          {number} {named}
        </Link>
      ),
    },
    { key: "lead", head: t("lead"), label: t("lead"), width: "7em", cell: ({ leadName }) => leadName },
    { key: "day", head: day, label: day, width: "9em", cell: (row) => f.day(row.day) },
    isBlocked
      ? { key: "reason", head: t("reason"), label: t("reason"), cell: (row) => <BlockWords matter={row} /> }
      : { key: "dossier", head: t("dossier"), label: t("dossier"), cell: ({ dossierNumber }) => dossierNumber },
    {
      key: "class",
      head: t("class"),
      label: t("class"),
      width: "8em",
      cell: (row) => t(`classes.${row.class}`),
    },
    {
      key: "amount",
      head: t("amount"),
      label: t("amount"),
      isNumber: true,
      width: "8em",
      cell: (row) => money(row.amountFen),
    },
  ];
  return (
    <Sheet flush labelledBy={id}>
      <div className={styles.inset}>
        <SectionHead id={id} title={title} />
      </div>
      {rows.length === 0 ? (
        <Empty>{none}</Empty>
      ) : (
        <DataTable caption={title} rows={rows} keyOf={({ proceedingId }) => proceedingId} columns={columns} />
      )}
    </Sheet>
  );
}
