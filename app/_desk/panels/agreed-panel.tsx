"use client";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { Facts } from "@/app/_ui/text/facts";
import { useWriting } from "../composer/use-writing";
import { useCards } from "../cover/use-cards";
import { useCover } from "../cover/use-cover";
import { useServerState } from "../use-desk-state";
import styles from "./panels.module.css";

/** What all sides agreed to; it is the starting point when the agreement is drafted. */
export function AgreedPanel() {
  const t = useTranslations("desk.agreed");
  const f = useFormat();
  const { disputeId, may } = useServerState();
  const { cards, lane } = useCards();
  const { draftNow, setDraft } = useWriting();
  const { dispatch } = useCover();
  const agreed = cards.filter((card) => card.lane === "joint" && card.kind === "proposal" && card.state === "agreed");
  function add() {
    if (lane?.lane === "joint") setDraft({ ...draftNow(), kind: "proposal", answersId: null });
    else dispatch({ type: "choose", lane: "joint" });
    requestAnimationFrame(() => document.getElementById("desk-composer")?.focus());
  }
  return (
    <section aria-labelledby="desk-agreed" className={styles.section}>
      <h2 id="desk-agreed">
        {t("title")} <span>{agreed.length > 0 ? t("count", { count: agreed.length }) : null}</span>
      </h2>
      {agreed.length === 0 ? <p className={styles.quiet}>{t("none")}</p> : null}
      <ul className={styles.agreed}>
        {agreed.map((card) => (
          <li key={card.id}>
            {card.text}
            <span className={styles.quiet}>
              <Facts items={[card.speaker, f.time(card.changedAt)]} />
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.pair}>
        <ButtonLink href={`/disputes/${disputeId}/agreement`}>{t("draft")}</ButtonLink>
        {may("desk.write") ? (
          <Button icon={<IconPlus aria-hidden />} onClick={add}>
            {t("add")}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
