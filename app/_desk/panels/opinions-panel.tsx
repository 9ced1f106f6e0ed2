"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { OpinionCard } from "@/app/_opinions/opinion-card";
import { useTRPC } from "@/app/_trpc/client";
import { isCardThere } from "../cover/cover";
import { useCover } from "../cover/use-cover";
import { useServerState } from "../use-desk-state";
import styles from "./panels.module.css";

/** Helpers sign on their phones during the session: a new opinion is shown within this time. */
const lookMs = 15_000;

/** What helpers have signed. An opinion for the mediator alone is covered like a card of that lane, count included. */
export function OpinionsPanel() {
  const t = useTranslations("desk.opinions");
  const trpc = useTRPC();
  const { disputeId } = useServerState();
  const { cover, dispatch } = useCover();
  const asked = trpc.opinions.ofDispute.queryOptions({ disputeId }, { refetchInterval: lookMs });
  const { data = [] } = useQuery(asked);
  const opinions = data.filter(({ lane }) => isCardThere(cover, { lane, side: null }));
  if (opinions.length === 0) return null;
  return (
    <section aria-labelledby="desk-opinions" className={styles.section}>
      <h2 id="desk-opinions">
        {t("title")} <span>{t("count", { count: opinions.length })}</span>
      </h2>
      {opinions.map((opinion) => (
        <OpinionCard
          key={opinion.id}
          disputeId={disputeId}
          opinion={opinion}
          opened={cover.opened[opinion.id]?.text}
          onOpen={(text) => dispatch({ type: "open", id: opinion.id, words: { text, speaker: opinion.by } })}
          onCover={() => dispatch({ type: "release", id: opinion.id })}
        />
      ))}
    </section>
  );
}
