import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { LaneCard } from "./lane-card";
import { type LaneOf, useLaneWords } from "./lane-chip";
import styles from "./opened-card.module.css";

interface OpenedCardProps extends LaneOf {
  /** Speaker and time, beside the chip. */
  meta: ReactNode;
  /** The time that names this card for screen readers. */
  time: string;
  /** The words while they may be seen; otherwise they are nowhere in the page. */
  text: string | undefined;
  /** True if the words are shown by a press and can be covered again. Otherwise they are always shown. */
  isPrivate: boolean;
  /** The words are being fetched, which is logged. */
  act: { isBusy: boolean; problem: Parameters<typeof ProblemNote>[0]["problem"] | null };
  onLook: () => void;
  onCover: () => void;
}

/** Words in a lane: confidential ones are fetched when opened and dropped when covered. */
export function OpenedCard({ meta, time, text, isPrivate, act, onLook, onCover, ...of }: OpenedCardProps) {
  const t = useTranslations("ui.lane");
  const lane = useLaneWords(of);
  const look = isPrivate ? (
    <span className={styles.look}>
      {text === undefined ? (
        <Button small variant="text" busy={act.isBusy} aria-label={t("lookNamed", { lane, time })} onClick={onLook}>
          {t("look")}
        </Button>
      ) : (
        <Button small variant="text" onClick={onCover}>
          {t("cover")}
        </Button>
      )}
    </span>
  ) : null;
  const covered = act.problem ? <ProblemNote problem={act.problem} /> : undefined;
  return (
    <LaneCard
      {...of}
      meta={
        <>
          {meta}
          {look}
        </>
      }
    >
      {text === undefined ? covered : <p className={styles.text}>{text}</p>}
    </LaneCard>
  );
}
