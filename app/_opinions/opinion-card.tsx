"use client";
import { useTranslations } from "next-intl";
import { OpenedCard } from "@/app/_lanes/opened-card";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Opinion } from "@/server/opinions/queries";

interface OpinionCardProps {
  disputeId: string;
  opinion: Opinion;
  /** The words while this card is open; otherwise they are nowhere in the page. */
  opened: string | undefined;
  onOpen: (text: string) => void;
  onCover: () => void;
}

/** One signed opinion; one for the mediator is fetched when opened (logged) and dropped when covered. */
export function OpinionCard({ disputeId, opinion, opened, onOpen, onCover }: OpinionCardProps) {
  const t = useTranslations("opinions");
  const f = useFormat();
  const trpc = useTRPC();
  const open = useAct(trpc.opinions.open.mutationOptions(), { refresh: false, onDone: ({ text }) => onOpen(text) });
  const time = f.dayTime(opinion.signedAt);
  const text = opinion.text ?? opened;
  const isPrivate = opinion.lane === "mediator";
  const meta = (
    <>
      <span>{isPrivate && text === undefined && !opinion.isOwn ? time : t("signed", { name: opinion.by, time })}</span>
      <span>{t("ordinal", { n: opinion.ordinal })}</span>
    </>
  );
  return (
    <OpenedCard
      lane={opinion.lane}
      meta={meta}
      time={time}
      text={text}
      isPrivate={isPrivate}
      act={open}
      onLook={() => open.run({ disputeId, opinionId: opinion.id })}
      onCover={onCover}
    />
  );
}
