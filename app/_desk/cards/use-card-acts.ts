"use client";
import { useTranslations } from "next-intl";
import type { MoreItem } from "@/app/_ui/menus/more-item";
import { useWriting } from "../composer/use-writing";
import { useCards } from "../cover/use-cards";
import { columns } from "../desk";
import { saidBy } from "../outbox/drafts";
import type { ShownCard } from "../outbox/outbox";
import { useServerState } from "../use-desk-state";

const everyColumn = [...columns, "note"] as const;

/** The acts on a card, in its own lane, as its kind and state allow. */
export function useCardActs(card: ShownCard, isInLane: boolean, onEdit: () => void): MoreItem[] {
  const t = useTranslations("desk.acts");
  const kinds = useTranslations("vocabulary.cardKinds");
  const { may } = useServerState();
  const { change, cards } = useCards();
  const { draftNow, setDraft } = useWriting();
  if (!isInLane || !may("desk.write")) return [];
  const isLive = card.state === "live";
  const canAgree = card.kind === "proposal" || card.kind === "fact" || card.kind === "issue";
  // A chain of counter-offers stays among the proposals.
  const isInChain = card.answersId !== null || cards.some((one) => one.answersId === card.id);
  const elsewhere = isLive && !isInChain ? everyColumn.filter((kind) => kind !== card.kind) : [];
  const agreeWord = card.kind === "fact" ? t("noDispute") : card.kind === "issue" ? t("settled") : t("agree");
  return [
    canAgree && isLive ? { label: agreeWord, onPress: () => change(card, { state: "agreed" }) } : null,
    card.kind === "proposal" && card.state !== "agreed" ? { label: t("counter"), onPress: () => answer() } : null,
    isLive ? { label: t("edit"), onPress: onEdit } : null,
    ...elsewhere.map((kind) => ({
      label: t("moveTo", { column: kinds(kind) }),
      onPress: () => change(card, { kind }),
    })),
    card.state === "agreed" ? { label: t("openAgain"), onPress: () => change(card, { state: "live" }) } : null,
    card.state === "withdrawn" ? { label: t("takeUp"), onPress: () => change(card, { state: "live" }) } : null,
    isLive
      ? { label: t("withdraw"), tone: "stop" as const, onPress: () => change(card, { state: "withdrawn" }) }
      : null,
  ].filter((item) => item !== null);

  function answer() {
    // The answer most likely comes from another person: the mediator chooses the speaker.
    setDraft({ ...saidBy(draftNow(), null), kind: "proposal", answersId: card.id });
    // Only after the menu has returned the focus to its button.
    setTimeout(() => document.getElementById("desk-composer")?.focus());
  }
}
