"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { yuanOfFen } from "@/app/_ui/format/fen";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { useFormat } from "@/app/_ui/format/use-format";
import { useAllNames } from "@/app/_ui/format/use-names";
import { Line } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Clock } from "@/app/_ui/text/clock";
import { Facts } from "@/app/_ui/text/facts";
import type { PaperToSeal } from "@/server/agreements/reads/committee-overview";
import styles from "./committee.module.css";

interface PaperToSealCardProps {
  paper: PaperToSeal;
  /** The first card's button is the filled one of the page. */
  isFirst: boolean;
  now: string;
}

/** One agreement that waits only for the seal: what it is about, who signed when, the seal. */
export function PaperToSealCard({ paper, isFirst, now }: PaperToSealCardProps) {
  const t = useTranslations("committee");
  const at = new Date(now);
  const f = useFormat(at);
  const id = `seal-${paper.disputeId}`;
  return (
    <Sheet labelledBy={id}>
      <SectionHead
        id={id}
        title={paper.title}
        note={paper.number}
        end={
          <Clock
            startAt={paper.sentToSignAt}
            endAt={paper.dueAt}
            now={at}
            words={f.left(paper.dueAt)}
            title={f.dateTime(paper.dueAt)}
          />
        }
      />
      <p className={styles.facts}>
        <Facts
          items={[
            t("what", { count: paper.clauses }),
            paper.totalFen > 0 ? t("money", { sum: f.money(yuanOfFen(paper.totalFen)) }) : null,
            t("lead", { name: paper.leadName }),
          ]}
        />
      </p>
      <Clauses obligations={paper.obligations} />
      <ul className={styles.signers} aria-label={t("signedTitle")}>
        {paper.signers.map((signer) => (
          <li key={`${signer.kind}-${signer.name}-${signer.signedAt}`}>
            <span className={styles.signer}>
              {signer.side === null ? (
                <span className={styles.kind}>{t(signer.kind === "mediator" ? "mediator" : "witness")}</span>
              ) : (
                <SideStamp index={signer.side - 1} small />
              )}
              {signer.byName
                ? t("signedBy", { name: signer.name, by: signer.byName })
                : t("signed", { name: signer.name })}
            </span>
            <time dateTime={signer.signedAt}>{f.happened(signer.signedAt)}</time>
          </li>
        ))}
      </ul>
      <SealLine paper={paper} isFirst={isFirst} now={now} />
    </Sheet>
  );
}

/** The seal and its day, or why it is another head who seals. */
function SealLine({ paper, isFirst, now }: PaperToSealCardProps) {
  const t = useTranslations("committee");
  const all = useAllNames();
  const seal = useAct(useTRPC().agreements.seal.mutationOptions(), {
    // The card is gone then.
    onDone: () => showToast({ message: t("sealedNow", { number: paper.number }) }),
  });
  const [sealedOn, setSealedOn] = useState<string | null>(null);
  return (
    <>
      {seal.problem ? <ProblemNote problem={seal.problem} code={seal.problem.reference} /> : null}
      {paper.isOwn ? (
        <p className={styles.facts}>{t(paper.sealers.length > 0 ? "own" : "ownNobody", { who: all(paper.sealers) })}</p>
      ) : null}
      <Line gap={12}>
        {paper.isOwn ? null : (
          <>
            <Button
              variant={isFirst ? "go" : "outline"}
              busy={seal.isBusy}
              aria-label={t("sealOf", { number: paper.number })}
              onClick={() =>
                seal.run({
                  disputeId: paper.disputeId,
                  proceedingId: paper.proceedingId,
                  version: paper.version,
                  happenedOn: sealedOn,
                })
              }
            >
              {t("seal")}
            </Button>
            <HappenedDay
              label={t("sealedOn")}
              today={toWallClock(now).slice(0, 10)}
              value={sealedOn}
              onChange={setSealedOn}
            />
          </>
        )}
        <ButtonLink href={`/disputes/${paper.disputeId}/agreement`}>{t("read")}</ButtonLink>
      </Line>
    </>
  );
}

/** What the seal makes binding. */
function Clauses({ obligations }: Pick<PaperToSeal, "obligations">) {
  const t = useTranslations("committee");
  const f = useFormat();
  return (
    <ol className={styles.clauses}>
      {obligations.map((clause) => (
        <li key={clause.ordinal}>
          <Facts
            items={[
              clause.text,
              clause.amountFen === null ? null : f.money(yuanOfFen(clause.amountFen)),
              clause.dueOn ? t("due", { day: f.day(clause.dueOn) }) : t("dueAfter", { days: clause.dueAfterDays ?? 0 }),
            ]}
          />
        </li>
      ))}
    </ol>
  );
}
