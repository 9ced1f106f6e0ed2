"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { withLaterWords } from "@/app/_i18n/later-words";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { LaterDialog } from "@/app/_ui/dialogs/later-dialog";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useFormat } from "@/app/_ui/format/use-format";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { PointClue } from "@/server/points/reads/own-point";
import { ClueSteps } from "./clue-steps";
import styles from "./points.module.css";

const loadVisit = withLaterWords("_points/visit-dialog", () => import("./visit-dialog").then((it) => it.VisitDialog));
const loadSettle = withLaterWords("_points/settle-dialog", () =>
  import("./settle-dialog").then((it) => it.SettleDialog),
);

interface PointClueItemProps {
  clue: PointClue;
  /** The first that waits: its button is the filled one of the page. */
  isNext: boolean;
  now: string;
}

/** A clue of the keeper's point with what they can do about it: see to it, write what they found, settle it, hand it up. */
export function PointClueItem({ clue, isNext, now }: PointClueItemProps) {
  const t = useTranslations("points");
  const clues = useTranslations("clues");
  const f = useFormat(new Date(now));
  const { id, place, text, reportedAt, firstBy, status, steps, answer } = clue;
  const isHandedUp = steps.some(({ kind }) => kind === "escalate");
  const isOpen = status === "new" && !isHandedUp;
  const isUntouched = isOpen && steps.length === 0;
  return (
    <li className={styles.item}>
      <p className={styles.place}>
        {place}
        <Tag tone={isOpen ? "act" : "line"}>
          {isHandedUp && status === "new" ? t("handedUp") : clues(`status.${status}`)}
        </Tag>
      </p>
      <p>{text}</p>
      <p className={styles.facts}>
        <Facts
          items={[
            clues("reported", { when: f.dayTime(reportedAt) }),
            isUntouched ? t("firstBy", { when: f.dayTime(firstBy) }) : null,
            isUntouched && firstBy < now ? (
              <b key="late" className={styles.late}>
                {t("late")}
              </b>
            ) : null,
            answer ? clues("answer", { answer }) : null,
          ]}
        />
      </p>
      <ClueSteps steps={steps} now={now} />
      {isOpen ? <KeeperActs clueId={id} {...{ isUntouched, isNext, place }} /> : null}
    </li>
  );
}

interface KeeperActsProps {
  clueId: string;
  isUntouched: boolean;
  isNext: boolean;
  place: string;
}

function KeeperActs({ clueId, isUntouched, isNext, place }: KeeperActsProps) {
  const t = useTranslations("points");
  const trpc = useTRPC();
  const step = useAct(trpc.points.takeStep.mutationOptions());
  const escalate = useAct(trpc.points.escalate.mutationOptions());
  const [open, setOpen] = useState<"visit" | "settle" | null>(null);
  const problem = step.problem ?? escalate.problem;
  const close = () => setOpen(null);
  return (
    <>
      <div className={styles.actions}>
        {isUntouched ? (
          <Button
            variant={isNext ? "go" : "outline"}
            busy={step.isBusy}
            aria-label={t("acknowledgeAt", { place })}
            onClick={() => step.run({ clueId, kind: "acknowledge" })}
          >
            {t("acknowledge")}
          </Button>
        ) : null}
        <Button aria-label={t("visitAt", { place })} onClick={() => setOpen("visit")}>
          {t("visit")}
        </Button>
        <Button aria-label={t("settleAt", { place })} onClick={() => setOpen("settle")}>
          {t("settle")}
        </Button>
        <Button busy={escalate.isBusy} aria-label={t("escalateAt", { place })} onClick={() => escalate.run({ clueId })}>
          {t("escalate")}
        </Button>
      </div>
      {problem ? <ProblemNote problem={problem} code={problem.reference} /> : null}
      {open === "visit" ? <LaterDialog load={loadVisit} props={{ clueId, onClose: close }} /> : null}
      {open === "settle" ? <LaterDialog load={loadSettle} props={{ clueId, onClose: close }} /> : null}
    </>
  );
}
