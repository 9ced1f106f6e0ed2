"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { useFormat } from "@/app/_ui/format/use-format";
import { Tag } from "@/app/_ui/text/tag";
import type { Contest } from "@/server/performance/parts/contests-of";
import type { ObligationLedger, PerformancePage } from "@/server/performance/reads/ledger";
import type { LedgerAct } from "./ledger-act";
import styles from "./performance.module.css";

interface ContestLinesProps {
  page: PerformancePage;
  obligation: ObligationLedger;
  onAct: (act: LedgerAct) => void;
}

/** What is contested of a clause, who said so, and how it ended; what is open comes with the ways to clear it up. */
export function ContestLines({ page, obligation, onAct }: ContestLinesProps) {
  const t = useTranslations("performance.contest");
  const n = obligation.ordinal;
  const mayEnd = page.allowed.includes("performance.endContest");
  return obligation.contests.map((contest) => (
    <span key={contest.id} className={styles.small}>
      {contest.isOpen ? (
        <>
          <Tag tone="amber">{t("tag")}</Tag>{" "}
        </>
      ) : null}
      <Words page={page} contest={contest} />
      {contest.isOpen && mayEnd ? (
        <span className={styles.acts}>
          {contest.kind === "claimed" && page.allowed.includes("performance.record") ? (
            <Button
              small
              variant="text"
              aria-label={t("recordOf", { n })}
              onClick={() => onAct({ kind: "recordClaim", obligation, contest })}
            >
              {t("record")}
            </Button>
          ) : null}
          <Button
            small
            variant="text"
            aria-label={t("endOf", { n, at: contest.saidOn })}
            onClick={() => onAct({ kind: "endContest", contest })}
          >
            {t("clear")}
          </Button>
        </span>
      ) : null}
    </span>
  ));
}

function Words({ page, contest }: { page: PerformancePage; contest: Contest }) {
  const t = useTranslations("performance.contest");
  const f = useFormat();
  const { kind, amountFen, end } = contest;
  const who = useSpeaker(page);
  const words = {
    at: f.day(contest.saidOn),
    who: who(contest),
    reason: contest.reason,
    by: contest.recordedByName,
    sum: amountFen === null ? "" : f.money(yuanOfFen(amountFen)),
  };
  const said = kind === "denied" ? "denied" : "claimed";
  const ended = end && {
    end: end.kind,
    who: who({ ...end, saidByPartyId: end.saidByPartyId ?? contest.saidByPartyId }),
    at: f.day(end.endedOn),
    reason: end.reason,
    by: end.recordedByName,
  };
  return (
    <>
      {t(`${said}${amountFen === null ? "Line" : "Money"}`, words)}
      {ended ? <> → {t(kind === "denied" ? "endedDenied" : "endedClaimed", ended)}</> : null}
      {!ended && !contest.isOpen ? <> → {t("corrected")}</> : null}
    </>
  );
}

/** Who said something, through whom and how, so far as that was written down. */
function useSpeaker(page: PerformancePage) {
  const t = useTranslations("performance.contest");
  const meansWords = useTranslations("vocabulary.spokenMeans");
  return ({ saidByPartyId, saidByLinkId, means }: Pick<Contest, "saidByPartyId" | "saidByLinkId" | "means">) => {
    const party = page.parties.find(({ id }) => id === saidByPartyId);
    const who = party?.name ?? "";
    if (!means) return who;
    const speaker = party?.links.find(({ id }) => id === saidByLinkId)?.name;
    const how = meansWords(means);
    return speaker ? t("through", { who, speaker, how }) : t("heard", { who, how });
  };
}
