"use client";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { laneKey } from "@/app/_lanes/lane-key";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { useCards } from "../cover/use-cards";
import { type Column, columns } from "../desk";
import { chainNumbers } from "../outbox/drafts";
import type { ShownCard } from "../outbox/outbox";
import type { CardProps } from "./card-props";
import styles from "./cards.module.css";
import { CoveredCard } from "./covered-card";
import { DeskCard } from "./desk-card";

/** The four columns; on phones one list with a switch. A column's count covers only what everybody in the room may see. */
export function CardColumns() {
  const t = useTranslations("desk.cards");
  const kinds = useTranslations("vocabulary.cardKinds");
  const { cards, lane } = useCards();
  const [shown, setShown] = useState<Column>("claim");
  const numbers = useMemo(() => chainNumbers(cards.filter((card) => card.kind === "proposal")), [cards]);
  const inLane = (card: ShownCard) => laneKey(card) === lane?.key;
  const notes = cards.filter((card) => card.kind === "note" && (card.lane === "joint" || inLane(card)));
  return (
    <div
      id="lane-cards"
      role="tabpanel"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and in a caucus nothing inside takes the focus
      tabIndex={0}
      aria-labelledby={lane ? `lane-${lane.key}` : undefined}
      className={styles.panel}
      data-shown={shown}
    >
      <div className={styles.switch}>
        <SegmentField
          label={t("column")}
          segments={columns.map((column) => ({ value: column, label: kinds(column) }))}
          value={shown}
          onChange={setShown}
        />
      </div>
      <div className={styles.columns}>
        {columns.map((column) => {
          const ofColumn = cards.filter((card) => card.kind === column);
          const known = ofColumn.filter((card) => card.lane === "joint").length;
          let issue = 0;
          return (
            <section key={column} className={styles.column} data-column={column} aria-labelledby={`column-${column}`}>
              <h2 id={`column-${column}`}>
                {kinds(column)} {known > 0 ? <span className={styles.count}>{known}</span> : null}
              </h2>
              {ofColumn.length === 0 ? <p className={styles.none}>{t(`none.${column}`)}</p> : null}
              <ul className={styles.list}>
                {ofColumn.map((card) => {
                  if (column === "issue" && card.lane === "joint") issue += 1;
                  return (
                    <li key={card.id}>
                      <AnyCard
                        card={card}
                        isInLane={inLane(card)}
                        ordinal={column === "issue" && card.lane === "joint" ? issue : 0}
                        draft={numbers.get(card.id) ?? 0}
                        answered={card.answersId ? (numbers.get(card.answersId) ?? 0) : 0}
                      />
                    </li>
                  );
                })}
              </ul>
            </section>
          );
        })}
      </div>
      {notes.length > 0 ? (
        <section className={styles.notes} aria-labelledby="column-note">
          <h2 id="column-note">{kinds("note")}</h2>
          <ul>
            {notes.map((card) => (
              <li key={card.id}>
                <AnyCard card={card} isInLane={inLane(card)} ordinal={0} draft={0} answered={0} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function AnyCard(props: CardProps) {
  const isOpenLane = props.card.lane === "joint" || props.card.lane === "open";
  return isOpenLane ? <DeskCard {...props} /> : <CoveredCard {...props} />;
}
