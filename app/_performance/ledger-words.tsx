"use client";
import { useTranslations } from "next-intl";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { daysBetween } from "@/app/_ui/format/format";
import { useFormat } from "@/app/_ui/format/use-format";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { Breach, ObligationLedger, PerformancePage } from "@/server/performance/reads/ledger";
import { ContestLines } from "./contest-lines";
import type { LedgerAct } from "./ledger-act";
import styles from "./performance.module.css";
import { ProofLines } from "./proof-lines";
import { ReminderLines } from "./reminder-lines";

interface PartOfLedger {
  page: PerformancePage;
  obligation: ObligationLedger;
}

/** What is owed, and under it every proof and every urge so far. */
export function OwedWords({ page, obligation, onAct }: PartOfLedger & { onAct: (act: LedgerAct) => void }) {
  const t = useTranslations("performance.table");
  const office = useTranslations("performance.office");
  const proofs = useTranslations("vocabulary.proofKinds");
  const liabilities = useTranslations("vocabulary.liabilities");
  const f = useFormat();
  const { kind, text, amountFen } = obligation;
  const isSettled = obligation.performedAt || obligation.waivedAt || obligation.supersededAt;
  const nameOf = (id: string) => page.parties.find((party) => party.id === id)?.name ?? "";
  const proven = new Set(
    obligation.proofs.filter((one) => one.kind !== "correction" && !one.isCorrected).map((proof) => proof.partyId),
  );
  const waiting =
    kind === "pay" || isSettled || proven.size === 0 ? [] : obligation.obligorPartyIds.filter((id) => !proven.has(id));
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
      {obligation.liability ? <span className={styles.small}>{liabilities(obligation.liability)}</span> : null}
      {obligation.isEarlier ? (
        <span className={styles.small}>
          {obligation.agreementNumber ? t("earlier", { number: obligation.agreementNumber }) : t("earlierOral")}
        </span>
      ) : null}
      <ProofLines page={page} obligation={obligation} onAct={onAct} />
      <ContestLines page={page} obligation={obligation} onAct={onAct} />
      {obligation.breaches.map((breach) => (
        <BreachLine key={breach.id} page={page} breach={breach} />
      ))}
      {waiting.length > 0 ? (
        <span className={styles.small}>{t("waitsFor", { names: waiting.map(nameOf).join(office("and")) })}</span>
      ) : null}
      <ReminderLines page={page} obligation={obligation} />
      {obligation.urges.map((urge) => (
        <span key={urge.id} className={styles.small}>
          {t("urgeLine", { at: f.happened(urge.urgedAt), by: urge.urgedByName, note: urge.note })}
        </span>
      ))}
    </div>
  );
}

/** The due day, and whether it is done or late. */
export function DueWords({ page, obligation }: PartOfLedger) {
  const t = useTranslations("performance.table");
  const f = useFormat();
  const last = obligation.proofs.filter((one) => one.kind !== "correction" && !one.isCorrected).at(-1);
  return (
    <div className={styles.owed}>
      <span>{f.day(obligation.dueOn)}</span>
      {obligation.movedFrom ? <small>{t("moved", { day: f.day(obligation.movedFrom) })}</small> : null}
      {obligation.performedAt ? (
        <Tag tone="green">{t("done", { at: f.day(last?.performedOn ?? obligation.performedAt) })}</Tag>
      ) : null}
      {obligation.waivedAt ? (
        <Tag tone="line">{t("waived", { at: f.day(last?.performedOn ?? obligation.waivedAt) })}</Tag>
      ) : null}
      {obligation.supersededAt && !obligation.performedAt && !obligation.waivedAt ? (
        <Tag tone="line">{t("superseded", { at: f.day(obligation.supersededAt) })}</Tag>
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
  const contest = useTranslations("performance.contest");
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
      {obligation.waivedFen > 0 ? (
        <span className={styles.small}>{t("waivedSum", { sum: f.money(yuanOfFen(obligation.waivedFen)) })}</span>
      ) : null}
      {obligation.deniedFen > 0 ? (
        <Tag tone="amber">{contest("deniedSum", { sum: f.money(yuanOfFen(obligation.deniedFen)) })}</Tag>
      ) : null}
      {obligation.claimedFen > 0 ? (
        <Tag tone="amber">{contest("claimedSum", { sum: f.money(yuanOfFen(obligation.claimedFen)) })}</Tag>
      ) : null}
      {obligation.overFen > 0 ? (
        <Tag tone="amber">{t("over", { sum: f.money(yuanOfFen(obligation.overFen)) })}</Tag>
      ) : null}
    </div>
  );
}

/** Who is in breach since when, what the obligee was told, and the last day of each way. */
function BreachLine({ page, breach }: { page: PerformancePage; breach: Breach }) {
  const t = useTranslations("performance.breach");
  const remedies = useTranslations("vocabulary.remedies");
  const f = useFormat();
  const until = { confirmation: breach.confirmUntil, suit: breach.sueUntil, enforcement: breach.enforceUntil };
  return (
    <span className={styles.small}>
      <Tag tone="red">{t("since", { at: f.day(breach.breachedOn) })}</Tag>{" "}
      {t("line", {
        who: page.parties.find((party) => party.id === breach.partyId)?.name ?? "",
        note: breach.note,
        by: breach.recordedByName,
      })}{" "}
      <Facts
        items={[
          ...breach.remediesTold.map((remedy) => {
            const day = until[remedy];
            return day
              ? t("until", { remedy: remedies(remedy), day: f.date(day) })
              : t("over", { remedy: remedies(remedy) });
          }),
          t("followUp", { day: f.day(breach.followUpOn) }),
        ]}
      />
    </span>
  );
}
