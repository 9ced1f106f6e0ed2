"use client";
import { useTranslations } from "next-intl";
import { v7 } from "uuid";
import { Button } from "@/app/_ui/actions/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { useCover } from "../cover/use-cover";
import { type Conflict, type Settlement, settledConflict } from "../outbox/outbox";
import { useConnection } from "../outbox/use-connection";
import { useServerState } from "../use-desk-state";
import styles from "./desk.module.css";

const answers: readonly Settlement[] = ["theirs", "mine", "both"];

/** Two devices changed one card: shows both versions, and one press decides. */
export function ConflictBanner({ conflict }: { conflict: Conflict }) {
  const t = useTranslations("desk.conflict");
  const kinds = useTranslations("vocabulary.cardKinds");
  const states = useTranslations("vocabulary.cardStates");
  const f = useFormat();
  const { state, offset } = useServerState();
  const { update, sendWaiting } = useConnection();
  const { cover } = useCover();
  const card = state.cards.find((one) => one.id === conflict.mine.cardId);
  // The versions of a private card are hidden with its lane.
  if (!card || (conflict.isPrivate && cover.isCovered)) return null;
  const opened = cover.opened[card.id];
  const theirs = card.text ?? opened?.text ?? t("covered");
  const isMoved = conflict.mine.kind !== undefined;
  const settle = (how: Settlement) => {
    const now = {
      card: { ...card, text: card.text ?? opened?.text ?? null },
      newKey: v7(),
      newCardId: v7(),
      at: new Date(Date.now() + offset).toISOString(),
    };
    update((box) => settledConflict(box, conflict.key, how, now));
    void sendWaiting();
  };
  return (
    <section className={styles.conflict} role="alert" aria-label={t("title")}>
      <p>{t("what", { name: card.authorName, time: f.time(card.changedAt) })}</p>
      <dl>
        <div>
          <dt>{t("theirs")}</dt>
          <dd>
            {theirs}{" "}
            <span>
              {isMoved ? `${kinds(card.kind)} ` : null}
              {states(card.state)}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t("mine")}</dt>
          <dd>
            {conflict.mine.text ?? theirs}{" "}
            <span>
              {isMoved ? `${kinds(conflict.mine.kind ?? card.kind)} ` : null}
              {states(conflict.mine.state ?? card.state)}
            </span>
          </dd>
        </div>
      </dl>
      <div className={styles.conflictActs}>
        {answers
          // A change of state alone (agreed, withdrawn) has no words that could become a card of their own.
          .filter((how) => how !== "both" || conflict.mine.text !== undefined)
          .map((how) => (
            <Button key={how} small onClick={() => settle(how)}>
              {t(`do.${how}`)}
            </Button>
          ))}
      </div>
    </section>
  );
}
