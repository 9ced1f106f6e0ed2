"use client";
import { useTranslations } from "next-intl";
import { PrintHere } from "@/app/_papers/print-here";
import { Button } from "@/app/_ui/actions/button";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { useFormat } from "@/app/_ui/format/use-format";
import type { ObligationLedger, PerformancePage, PerformanceProof } from "@/server/performance/reads/ledger";
import type { LedgerAct } from "./ledger-act";
import styles from "./performance.module.css";
import { ProofFiles } from "./proof-files";

interface ProofLinesProps {
  page: PerformancePage;
  obligation: ObligationLedger;
  onAct: (act: LedgerAct) => void;
}

/** So many entries stand openly; more of them behind one line. */
const openMax = 3;

/** The entries of a clause, oldest first; one that was wrong stays readable, struck out, with what corrected it. */
export function ProofLines({ page, obligation, onAct }: ProofLinesProps) {
  const t = useTranslations("performance.table");
  const c = useTranslations("performance.contest");
  const p = useTranslations("performance.proofs");
  const f = useFormat();
  const { proofs } = obligation;
  const mayCorrect = page.allowed.includes("performance.correct");
  const mayContest = page.allowed.includes("performance.contest");
  const contested = new Set(obligation.contests.flatMap(({ isOpen, entryId }) => (isOpen && entryId ? [entryId] : [])));
  const mayProve = page.allowed.includes("performance.prove");
  const mayPrint = page.allowed.includes("paper.ask");
  const lines = proofs.map((entry) => (
    <span key={entry.id} className={styles.small}>
      {entry.isCorrected ? (
        <s>
          <Words page={page} entry={entry} />
        </s>
      ) : (
        <Words page={page} entry={entry} />
      )}
      <span className={styles.acts}>
        {mayCorrect && !entry.isCorrected && entry.kind !== "correction" ? (
          <Button
            small
            variant="text"
            aria-label={t("correctOf", { n: obligation.ordinal, at: entry.performedOn })}
            onClick={() => onAct({ kind: "correct", entry })}
          >
            {t("correct")}
          </Button>
        ) : null}
        {mayContest && isDone(entry) && !contested.has(entry.id) ? (
          <Button
            small
            variant="text"
            aria-label={c("deniedOf", { n: obligation.ordinal, at: entry.performedOn })}
            onClick={() => onAct({ kind: "deny", obligation, entry })}
          >
            {c("denied")}
          </Button>
        ) : null}
        {mayPrint && isReceived(entry) ? (
          <PrintHere
            disputeId={page.disputeId}
            kinds={["receipt"]}
            subjectId={entry.id}
            of={f.day(entry.performedOn)}
          />
        ) : null}
        {mayProve && !entry.isCorrected && entry.kind !== "correction" ? (
          <Button
            small
            variant="text"
            aria-label={p("addOf", { n: obligation.ordinal, at: entry.performedOn })}
            onClick={() => onAct({ kind: "prove", entry })}
          >
            {p("add")}
          </Button>
        ) : null}
      </span>
      <ProofFiles files={entry.files} />
    </span>
  ));
  if (lines.length <= openMax) return <>{lines}</>;
  return (
    <details className={styles.entries}>
      <summary>{t("entries", { count: lines.length })}</summary>
      {lines}
    </details>
  );
}

/** An entry that stands and says that something was done or paid. */
const isDone = ({ kind, isCorrected }: PerformanceProof): boolean =>
  !isCorrected && (kind === "performed" || kind === "overpaid" || kind === "paidTwice");

/** Money that somebody received, for which they give a receipt. */
const isReceived = (entry: PerformanceProof): boolean => entry.amountFen !== null && isDone(entry);

function Words({ page, entry }: { page: PerformancePage; entry: PerformanceProof }) {
  const t = useTranslations("performance.table");
  const kinds = useTranslations("vocabulary.ledgerEntryKinds");
  const proofs = useTranslations("vocabulary.proofKinds");
  const f = useFormat();
  const nameOf = (id: string | null) => page.parties.find((party) => party.id === id)?.name ?? "";
  const words = {
    at: f.day(entry.performedOn),
    who: nameOf(entry.partyId),
    kind: kinds(entry.kind),
    proof: proofs(entry.proof),
    note: entry.proofNote,
    by: entry.recordedByName,
    other: nameOf(entry.byPartyId),
    sum: entry.amountFen === null ? "" : f.money(yuanOfFen(entry.amountFen)),
  };
  if (entry.kind === "correction") return <>{t("correctionLine", words)}</>;
  if (entry.kind === "waived") return <>{t(entry.amountFen === null ? "waivedLine" : "waivedMoney", words)}</>;
  if (entry.kind !== "performed") return <>{t("kindMoney", words)}</>;
  if (entry.byPartyId) return <>{t(entry.amountFen === null ? "otherLine" : "otherMoney", words)}</>;
  return <>{t(entry.amountFen === null ? "proofLine" : "proofMoney", words)}</>;
}
