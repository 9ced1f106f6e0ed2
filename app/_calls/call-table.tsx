import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { useFormat } from "@/app/_ui/format/use-format";
import { DataTable } from "@/app/_ui/lists/data-table";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { CallRow } from "@/server/calls/queries";
import styles from "./calls.module.css";
import { registerHref } from "./register-href";

interface CallTableProps {
  rows: readonly CallRow[];
  canRegister: boolean;
}

/** Calls, newest first: when, where, what, who, and which dispute or group each belongs to. */
export function CallTable({ rows, canRegister }: CallTableProps) {
  const t = useTranslations("calls.list");
  const f = useFormat();
  return (
    <DataTable
      caption={t("label")}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          key: "at",
          head: t("at"),
          label: t("at"),
          cell: (row) => <time dateTime={row.calledAt}>{f.dayTime(row.calledAt)}</time>,
          width: 110,
        },
        {
          key: "place",
          head: t("place"),
          label: t("place"),
          cell: (row) => (
            <span className={styles.cell}>
              <b>{row.place}</b>
              <span className={styles.facts}>
                <Facts items={[row.number, row.isDuplicate ? <Tag key="duplicate">{t("duplicate")}</Tag> : null]} />
              </span>
            </span>
          ),
        },
        { key: "summary", head: t("summary"), label: t("summary"), cell: (row) => row.summary },
        {
          key: "caller",
          head: t("caller"),
          label: t("caller"),
          cell: (row) => (
            <span className={styles.cell}>
              <span>{row.callerName || t("unknown")}</span>
              <span className={styles.facts}>{row.phone}</span>
            </span>
          ),
        },
        {
          key: "where",
          head: t("where"),
          label: t("where"),
          width: 116,
          cell: (row) => <Belongs row={row} canRegister={canRegister} />,
        },
      ]}
    />
  );
}

function Belongs({ row, canRegister }: { row: CallRow; canRegister: boolean }) {
  const t = useTranslations("calls.list");
  if (row.disputeId) return <Link href={`/disputes/${row.disputeId}`}>{row.disputeNumber}</Link>;
  if (row.isAttached) return <>{t("attached")}</>;
  if (!row.groupId && !canRegister) return null;
  return (
    <span className={styles.cell}>
      {row.groupId ? <Link href={`/calls?group=${row.groupId}`}>{t("repeats")}</Link> : null}
      {canRegister ? <Link href={registerHref([row.id], row.place)}>{t("register")}</Link> : null}
    </span>
  );
}
