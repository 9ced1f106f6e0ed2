"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { LaneBand, LaneChip, type LaneOf, useLaneWords } from "@/app/_lanes/lane-chip";
import { laneOf } from "@/app/_lanes/lane-key";
import { laneLook } from "@/app/_lanes/lane-look";
import { useFormat } from "@/app/_ui/format/use-format";
import type { MoreItem } from "@/app/_ui/menus/more-item";
import { MoreMenu } from "@/app/_ui/menus/more-menu";
import type { Opened } from "../cover/cover";
import { useCards } from "../cover/use-cards";
import { useCover } from "../cover/use-cover";
import { useServerState } from "../use-desk-state";
import { CardEditor } from "./card-editor";
import { CardFoot } from "./card-foot";
import type { CardProps } from "./card-props";
import styles from "./cards.module.css";
import { useCardActs } from "./use-card-acts";

/**
 * A private card: chip, time and two bars of fixed width. Its words are fetched while it is pressed (pointer or Space)
 * and removed from the page on release. In its own lane it may be kept open until the lane changes.
 */
export function CoveredCard({ card, isInLane, answered }: CardProps) {
  const t = useTranslations("desk.cards");
  const { state } = useServerState();
  const { cover: covered, open, release } = useCover();
  const { change } = useCards();
  const [isKept, setKept] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const sideName = state.sides.find((one) => one.side === card.side)?.parties[0]?.name ?? "";
  const of = laneOf({ lane: card.lane, side: card.side, sideName });
  const words = useLaneWords(of);
  const opened = covered.opened[card.id];
  const acts = useCardActs(card, isInLane && opened !== undefined, () => setEditing(true));

  const isHeld = useRef(false);

  const hold = () => {
    isHeld.current = true;
    void open(card);
  };
  const letGo = () => {
    if (!isHeld.current) return;
    isHeld.current = false;
    if (!isKept && !isEditing) release(card.id);
  };
  // A lane change or Esc removes the words; a card that was kept open closes with them.
  const isOpen = opened !== undefined;
  useEffect(() => {
    if (!isOpen) {
      setKept(false);
      setEditing(false);
    }
  }, [isOpen]);

  const cover: MoreItem = {
    label: t("cover"),
    onPress: () => {
      setKept(false);
      setEditing(false);
      release(card.id);
    },
  };
  const keepOpen: MoreItem = {
    label: t("keepOpen"),
    onPress: () => {
      setKept(true);
      void open(card);
    },
  };

  return (
    <article
      className={`${styles.card} ${styles.private} ${laneLook(of.lane, of.sideIndex)}`}
      data-state={card.state}
      data-open={isOpen || undefined}
    >
      <LaneBand {...of} />
      <div className={styles.inside}>
        <CoveredHead card={card} lane={of} items={isInLane ? [isOpen ? cover : keepOpen, ...acts] : []} />
        {isEditing && opened ? (
          <CardEditor
            text={opened.text}
            onDone={(text) => {
              setEditing(false);
              if (text !== null) change(card, { text });
            }}
          />
        ) : (
          <HoldToRead words={words} opened={opened} onHold={hold} onLetGo={letGo} />
        )}
        <span className="sr-only" aria-live="polite">
          {opened ? `${opened.speaker ?? ""} ${opened.text}` : null}
        </span>
        {isOpen ? <CardFoot card={card} answered={answered} /> : null}
      </div>
    </article>
  );
}

interface CoveredHeadProps {
  card: CardProps["card"];
  lane: LaneOf;
  items: MoreItem[];
}

function CoveredHead({ card, lane, items }: CoveredHeadProps) {
  const t = useTranslations("desk.cards");
  const f = useFormat();
  return (
    <div className={styles.head}>
      {/* The card takes its band from the chip. */}
      <span className={styles.lane}>
        <LaneChip {...lane} />
      </span>
      <time dateTime={card.writtenAt}>{f.time(card.writtenAt)}</time>
      {items.length > 0 ? <MoreMenu label={t("acts")} items={items} className={styles.menu} /> : null}
    </div>
  );
}

interface HoldToReadProps {
  /** The lane, in words. */
  words: string;
  opened: Opened | undefined;
  onHold: () => void;
  onLetGo: () => void;
}

/** Two bars, or the words while a pointer or Space is held down. */
function HoldToRead({ words, opened, onHold, onLetGo }: HoldToReadProps) {
  const t = useTranslations("desk.cards");
  const press = (event: KeyboardEvent) => {
    if (event.key !== " ") return;
    event.preventDefault();
    if (!event.repeat) onHold();
  };
  return (
    <div
      role="button"
      tabIndex={0}
      className={styles.hold}
      // Once its words are shown, they are its accessible name.
      aria-label={opened ? undefined : t("covered", { lane: words })}
      aria-description={t("holdHint")}
      onPointerDown={(event: PointerEvent) => event.button === 0 && onHold()}
      onPointerUp={onLetGo}
      onPointerLeave={onLetGo}
      onPointerCancel={onLetGo}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={press}
      onKeyUp={(event) => event.key === " " && onLetGo()}
      onBlur={onLetGo}
    >
      {opened ? (
        <>
          {opened.speaker ? <span className={styles.who}>{opened.speaker}</span> : null}
          <span className={styles.text}>{opened.text}</span>
        </>
      ) : (
        <span className={styles.bars} aria-hidden="true">
          <i />
          <i />
        </span>
      )}
    </div>
  );
}
