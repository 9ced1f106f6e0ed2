"use client";
import { IconX } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { LaneBand, LaneIcon } from "@/app/_lanes/lane-chip";
import { laneOf } from "@/app/_lanes/lane-key";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { formatSide } from "@/app/_ui/format/format-number";
import type { LaneTab } from "../cover/lanes";
import { useCards } from "../cover/use-cards";
import { saidBy } from "../outbox/drafts";
import { useServerState } from "../use-desk-state";
import styles from "./composer.module.css";
import { useDraft, useWriting } from "./use-writing";

/** Who can read what is typed here. */
export function GoesTo({ lane }: { lane: LaneTab }) {
  const t = useTranslations("desk.composer");
  const locale = useLocale();
  const { state } = useServerState();
  const of = laneOf(lane);
  return (
    <p className={styles.goes} role="status">
      <LaneBand {...of} />
      <LaneIcon lane={of.lane} />
      <span>{t(`goes.${lane.lane}`, { side: formatSide(of.sideIndex, locale), count: state.sides.length })}</span>
      <span className={styles.keys}>{t("keys")}</span>
    </p>
  );
}

/** The proposal that is being answered, with a button that cancels answering. */
export function Answering() {
  const t = useTranslations("desk.composer");
  const { cards } = useCards();
  const { setDraft } = useWriting();
  const draft = useDraft();
  const answered = draft.answersId ? cards.find((card) => card.id === draft.answersId) : undefined;
  if (!answered) return null;
  return (
    <p className={styles.answering}>
      <span>{t("answering", { text: answered.text ?? "" })}</span>
      <button
        type="button"
        aria-label={t("notAnswering")}
        title={t("notAnswering")}
        onClick={() => setDraft({ ...draft, answersId: null })}
      >
        <IconX aria-hidden />
      </button>
    </p>
  );
}

/** Who is speaking, before the words. */
export function SpeakerPill() {
  const t = useTranslations("desk.composer");
  const { speakers, setDraft } = useWriting();
  const draft = useDraft();
  const speaker = speakers.find((one) => one.key === draft.speaker);
  if (!speaker) return null;
  return (
    <span className={styles.who}>
      {speaker.side !== null ? <SideStamp index={speaker.side - 1} small /> : null}
      {speaker.name}
      <button type="button" aria-label={t("nobody")} title={t("nobody")} onClick={() => setDraft(saidBy(draft, null))}>
        <IconX aria-hidden />
      </button>
    </span>
  );
}
