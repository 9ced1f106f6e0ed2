"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { useFormat } from "@/app/_ui/format/use-format";
import { MoreMenu } from "@/app/_ui/menus/more-menu";
import { useCards } from "../cover/use-cards";
import { useServerState } from "../use-desk-state";
import { CardEditor } from "./card-editor";
import { CardFoot } from "./card-foot";
import type { CardProps } from "./card-props";
import styles from "./cards.module.css";
import { useCardActs } from "./use-card-acts";

/** A card everybody in the room may read: who said what and when, its state, and the acts on it. */
export function DeskCard({ card, isInLane, ordinal, draft, answered }: CardProps) {
  const t = useTranslations("desk.cards");
  const kinds = useTranslations("vocabulary.cardKinds");
  const f = useFormat();
  const { state } = useServerState();
  const { change } = useCards();
  const [isEditing, setEditing] = useState(false);
  const acts = useCardActs(card, isInLane, () => setEditing(true));
  const side = state.sides.find(({ parties }) => parties.some((party) => party.id === card.partyId))?.side ?? null;
  const head = [
    ordinal > 0 ? t("issue", { n: ordinal }) : null,
    card.speaker,
    draft > 0 ? t("draft", { n: draft }) : null,
    card.state === "withdrawn" ? t("withdrawn") : null,
  ].filter((part) => part !== null);
  const who = head.length > 0 ? head.join(t("comma")) : kinds(card.kind);
  return (
    <article
      className={styles.card}
      data-state={card.state}
      data-card={card.id}
      aria-label={`${who} ${f.time(card.writtenAt)}`}
    >
      <div className={styles.head}>
        {side !== null ? <SideStamp index={side - 1} small /> : null}
        <span className={styles.who}>{who}</span>
        <time dateTime={card.writtenAt}>{f.time(card.writtenAt)}</time>
        {acts.length > 0 ? <MoreMenu label={t("acts")} items={acts} className={styles.menu} /> : null}
      </div>
      {isEditing ? (
        <CardEditor
          text={card.text ?? ""}
          onDone={(text) => {
            setEditing(false);
            if (text !== null) change(card, { text });
          }}
        />
      ) : (
        <p className={styles.text}>{card.text}</p>
      )}
      <CardFoot card={card} answered={answered} />
    </article>
  );
}
