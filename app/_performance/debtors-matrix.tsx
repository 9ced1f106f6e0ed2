"use client";
import { useTranslations } from "next-intl";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { useFormat } from "@/app/_ui/format/use-format";
import type { ObligationLedger, PerformancePage } from "@/server/performance/reads/ledger";
import styles from "./debtors-matrix.module.css";
import type { LedgerAct } from "./ledger-act";

interface DebtorsMatrixProps {
  page: PerformancePage;
  /** Opens the entry of one debtor on one clause, for whoever may make it. */
  onAct: (act: LedgerAct) => void;
}

type Mark = "done" | "part" | "late" | "none";
const marks: Readonly<Record<Mark, string>> = { done: "✓", part: "◐", late: "!", none: "·" };

/**
 * Who of several debtors has paid which instalment: one row each, one column for each clause, sums on a wide screen.
 * Nothing where no sum is owed by several.
 */
export function DebtorsMatrix({ page, onAct }: DebtorsMatrixProps) {
  const t = useTranslations("performance.matrix");
  const f = useFormat();
  const clauses = page.obligations.filter(
    (one) => one.kind === "pay" && !one.supersededAt && one.obligorPartyIds.length > 1,
  );
  const mayRecord = page.allowed.includes("performance.record");
  const debtors = page.parties.filter((party) => clauses.some((clause) => clause.obligorPartyIds.includes(party.id)));
  const money = (fen: number) => f.money(yuanOfFen(fen));
  if (clauses.length === 0) return null;
  return (
    <div className={styles.around}>
      <table className={styles.matrix}>
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("debtor")}</th>
            {clauses.map((clause) => (
              <th key={clause.id} scope="col">
                {clause.ordinal}
                <small>{f.day(clause.dueOn)}</small>
              </th>
            ))}
            <th scope="col">{t("paid")}</th>
          </tr>
        </thead>
        <tbody>
          {debtors.map((debtor) => (
            <tr key={debtor.id}>
              <th scope="row">{debtor.name}</th>
              {clauses.map((clause) => (
                <Cell
                  key={clause.id}
                  clause={clause}
                  partyId={debtor.id}
                  name={debtor.name}
                  onPress={
                    mayRecord ? () => onAct({ kind: "record", obligation: clause, partyId: debtor.id }) : undefined
                  }
                />
              ))}
              <td className={styles.sum}>{money(paidBy(clauses, debtor.id))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("open")}</th>
            {clauses.map((clause) => (
              <td key={clause.id}>
                <span className={styles.wide}>{money(clause.openFen)}</span>
                <span className={styles.narrow} aria-hidden>
                  {clause.openFen === 0 ? marks.done : marks.none}
                </span>
              </td>
            ))}
            <td className={styles.sum}>{money(clauses.reduce((sum, clause) => sum + clause.openFen, 0))}</td>
          </tr>
        </tfoot>
      </table>
      <p className={styles.legend}>
        {t("legend", { done: marks.done, part: marks.part, late: marks.late, none: marks.none })}
      </p>
    </div>
  );
}

const paidBy = (clauses: readonly ObligationLedger[], partyId: string) =>
  clauses.reduce((sum, { accounts }) => sum + (accounts.find((one) => one.partyId === partyId)?.paidFen ?? 0), 0);

interface CellProps {
  clause: ObligationLedger;
  partyId: string;
  name: string;
  onPress?: () => void;
}

function Cell({ clause, partyId, name, onPress }: CellProps) {
  const t = useTranslations("performance.matrix");
  const f = useFormat();
  const account = clause.accounts.find((one) => one.partyId === partyId);
  if (!account) return <td className={styles.nothing}>—</td>;
  const open = account.openFen ?? clause.openFen;
  const mark: Mark = open === 0 ? "done" : clause.isOverdue ? "late" : account.paidFen > 0 ? "part" : "none";
  const paid = f.money(yuanOfFen(account.paidFen));
  const words =
    account.shareFen === null
      ? t("cell", { name, n: clause.ordinal, paid })
      : t("cellShare", { name, n: clause.ordinal, paid, share: f.money(yuanOfFen(account.shareFen)) });
  const inside = (
    <>
      <span className={styles.narrow} aria-hidden>
        {marks[mark]}
      </span>
      <span className={styles.wide} aria-hidden>
        {mark === "none" ? marks.none : paid}
      </span>
      <span className="sr-only">{words}</span>
    </>
  );
  return (
    <td data-mark={mark}>
      {onPress && open > 0 ? (
        <button type="button" className={styles.press} title={words} onClick={onPress}>
          {inside}
        </button>
      ) : (
        inside
      )}
    </td>
  );
}
