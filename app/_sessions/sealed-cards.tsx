"use client";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { OpenedCard } from "@/app/_lanes/opened-card";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import type { SealedCard } from "@/server/desk/reads/papers";
import styles from "./lanes.module.css";
import { useCover } from "./use-cover";

/** Sealed cards of the desk, for the station head: covered until opened, each opening logged, all hidden by Esc. */
export function SealedCards({ disputeId, cards }: { disputeId: string; cards: readonly SealedCard[] }) {
  const t = useTranslations("sessions.sealed");
  const [opened, setOpened] = useState<Readonly<Record<string, string>>>({});
  const { isCovered } = useCover(useCallback(() => setOpened({}), []));
  if (cards.length === 0 || isCovered) return null;
  return (
    <Stack>
      <SectionHead title={t("title")} note={t("count", { count: cards.length })} />
      <ul className={styles.notes}>
        {cards.map((card) => (
          <li key={card.id}>
            <SealedItem
              disputeId={disputeId}
              card={card}
              opened={opened[card.id]}
              onOpen={(text) => setOpened((before) => ({ ...before, [card.id]: text }))}
              onCover={() => setOpened(({ [card.id]: _gone, ...rest }) => rest)}
            />
          </li>
        ))}
      </ul>
    </Stack>
  );
}

interface SealedItemProps {
  disputeId: string;
  card: SealedCard;
  opened: string | undefined;
  onOpen: (text: string) => void;
  onCover: () => void;
}

function SealedItem({ disputeId, card, opened, onOpen, onCover }: SealedItemProps) {
  const t = useTranslations("sessions.notes");
  const f = useFormat();
  const trpc = useTRPC();
  const open = useAct(trpc.desk.openCard.mutationOptions(), { refresh: false, onDone: ({ text }) => onOpen(text) });
  const time = f.dayTime(card.writtenAt);
  const meta = (
    <>
      <time dateTime={card.writtenAt}>
        {opened === undefined ? time : t("author", { name: card.authorName, time })}
      </time>
      <span>{t("inSession", { n: card.ordinal })}</span>
    </>
  );
  return (
    <OpenedCard
      lane="sealed"
      meta={meta}
      time={time}
      text={opened}
      isPrivate
      act={open}
      onLook={() => open.run({ disputeId, cardId: card.id })}
      onCover={onCover}
    />
  );
}
