"use client";
import { useTranslations } from "next-intl";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { daysBetween } from "@/app/_ui/format/format";
import { useFormat } from "@/app/_ui/format/use-format";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { ObligationLedger, PerformancePage } from "@/server/performance/reads/ledger";
import styles from "./performance.module.css";

interface PartOfLedger {
  page: PerformancePage;
  obligation: ObligationLedger;
}

/** What is owed, and under it every proof and every urge so far. */
export function OwedWords({ page, obligation }: PartOfLedger) {
  const t = useTranslations("performance.table");
  const office = useTranslations("performance.office");
  const proofs = useTranslations("vocabulary.proofKinds");
  const f = useFormat();
  const { kind, text, amountFen } = obligation;
  const nameOf = (id: string) => page.parties.find((party) => party.id === id)?.name ?? "";
  const proven = new Set(obligation.proofs.map((proof) => proof.partyId));
  const waiting =
    kind === "pay" || obligation.performedAt || proven.size === 0
      ? []
      : obligation.obligorPartyIds.filter((id) => !proven.has(id));
  return (
    <div className={styles.owed}>
      <b>
        {kind === "pay"
          ? t("pay", { sum: f.money(yuanOfFen(amountFen ?? 0)) })
          : kind === "refrain"
            ? t("refrain", { text })
            : text}
      </b>
      <span className={styles.small}>
        <Facts
          items={[
            kind === "pay" ? text : null,
            obligation.verifierName
              ? t("verified", { proof: proofs(obligation.proof), verifier: obligation.verifierName })
              : t("by", { proof: proofs(obligation.proof) }),
          ]}
        />
      </span>
      {obligation.proofs.map(({ id, partyId, performedOn, proof, proofNote, recordedByName, ...one }) => {
        const words = {
          at: f.day(performedOn),
          who: nameOf(partyId),
          proof: proofs(proof),
          note: proofNote,
          by: recordedByName,
        };
        return (
          <span key={id} className={styles.small}>
            {one.amountFen === null
              ? t("proofLine", words)
              : t("proofMoney", { ...words, sum: f.money(yuanOfFen(one.amountFen)) })}
          </span>
        );
      })}
      {waiting.length > 0 ? (
        <span className={styles.small}>{t("waitsFor", { names: waiting.map(nameOf).join(office("and")) })}</span>
      ) : null}
      {obligation.urges.map((urge) => (
        <span key={urge.id} className={styles.small}>
          {t("urgeLine", { at: f.dayTime(urge.urgedAt), by: urge.urgedByName, note: urge.note })}
        </span>
      ))}
    </div>
  );
}

/** The due day, and whether it is done or late. */
export function DueWords({ page, obligation }: PartOfLedger) {
  const t = useTranslations("performance.table");
  const f = useFormat();
  const last = obligation.proofs.at(-1);
  return (
    <div className={styles.owed}>
      <span>{f.day(obligation.dueOn)}</span>
      {obligation.performedAt ? (
        <Tag tone="green">{t("done", { at: f.day(last?.performedOn ?? obligation.performedAt) })}</Tag>
      ) : null}
      {obligation.isOverdue ? (
        <Tag tone="red">{t("overdue", { days: daysBetween(obligation.dueOn, page.today) })}</Tag>
      ) : null}
    </div>
  );
}

/** Paid out of owed, to the fen. */
export function MoneyWords({ obligation }: { obligation: ObligationLedger }) {
  const t = useTranslations("performance.table");
  const f = useFormat();
  if (obligation.amountFen === null) return null;
  return (
    <div className={styles.owed}>
      <span className={styles.sum}>
        {t("paidOf", { paid: f.money(yuanOfFen(obligation.paidFen)), all: f.money(yuanOfFen(obligation.amountFen)) })}
      </span>
      {obligation.openFen > 0 ? (
        <span className={styles.small}>{t("left", { sum: f.money(yuanOfFen(obligation.openFen)) })}</span>
      ) : null}
    </div>
  );
}
