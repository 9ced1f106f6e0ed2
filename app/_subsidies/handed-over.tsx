import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type Column, DataTable } from "@/app/_ui/lists/data-table";
import type { SubsidyCorrection } from "@/server/subsidies/parts/handed-sheets";
import type { SubsidyMonth } from "@/server/subsidies/reads/subsidies-of-month";
import { BlockWords } from "./block-words";
import styles from "./subsidies.module.css";

/** To whom a sheet went, and by which value anybody tells that it is the one that went. */
export function HandedOver({ handedOver }: Pick<SubsidyMonth, "handedOver">) {
  const t = useTranslations("subsidies");
  const f = useFormat();
  if (!handedOver) return null;
  const { handedOn, recipient, handedBy, sha256 } = handedOver;
  return (
    <p className={styles.how} data-wide>
      {t("handedOver", { day: f.day(handedOn), recipient, by: handedBy, hash: sha256.slice(0, 12) })}
    </p>
  );
}

/** What turned out otherwise since earlier sheets went: more, less, or for the first time. */
export function Corrections({ rows }: { rows: readonly SubsidyCorrection[] }) {
  const t = useTranslations("subsidies");
  const f = useFormat();
  const money = (key: string, head: string, fen: (row: SubsidyCorrection) => number) =>
    ({
      ...{ key, head, label: head, isNumber: true, width: "8em" },
      cell: (row) => f.money(yuanOfFen(fen(row))),
    }) satisfies Column<SubsidyCorrection>;
  return (
    <Sheet flush labelledBy="corrections">
      <div className={styles.inset}>
        <SectionHead id="corrections" title={t("corrections")} />
        <p>{t("correctionsWhat")}</p>
      </div>
      <DataTable
        caption={t("corrections")}
        rows={rows}
        keyOf={({ proceedingId }) => proceedingId}
        columns={[
          {
            key: "matter",
            head: t("matter"),
            label: t("matter"),
            cell: ({ disputeId, number, title }) => (
              <Link href={`/disputes/${disputeId}/dossier`}>
                {number} {title}
              </Link>
            ),
          },
          { key: "lead", head: t("lead"), label: t("lead"), width: "7em", cell: ({ leadName }) => leadName },
          { key: "day", head: t("ofMonth"), label: t("ofMonth"), width: "9em", cell: (row) => f.day(row.day) },
          { key: "reason", head: t("reason"), label: t("reason"), cell: (row) => <BlockWords matter={row} /> },
          money("before", t("before"), ({ beforeFen }) => beforeFen),
          money("now", t("nowPaid"), ({ nowFen }) => nowFen),
          money("corrected", t("corrected"), ({ beforeFen, nowFen }) => nowFen - beforeFen),
        ]}
      />
    </Sheet>
  );
}
