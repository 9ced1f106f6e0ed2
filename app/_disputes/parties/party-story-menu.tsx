"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ReasonActDialog } from "@/app/_ui/dialogs/reason-act-dialog";
import { withdrawPartyExitLimits } from "@/app/_ui/limits/disputes";
import { MoreMenu } from "@/app/_ui/menus/more-menu";
import type { Action } from "@/server/access/policy";
import { HeirAnswerDialog, HeirDialog } from "./heir-dialog";
import { PartyExitDialog } from "./party-exit-dialog";
import { SplitDialog } from "./split-dialog";
import type { StoryTarget } from "./story-target";

type Chapter = "exit" | "return" | "heir" | "answer" | "split";

/** ⋯ of a party: it died or left, heirs, two rows that are one person, one row that is two. Not drawn where nothing is allowed. */
export function PartyStoryMenu({ allowed, others: all, ...rest }: StoryTarget & { allowed: readonly Action[] }) {
  const t = useTranslations("disputes.story");
  const [open, setOpen] = useState<Chapter | null>(null);
  const target = { ...rest, others: all.filter((other) => other.id !== rest.party.id) };
  const { exit, heirOf, name } = target.party;
  const may: Record<Chapter, boolean> = {
    heir: allowed.includes("party.addHeir") && (exit?.kind === "died" || exit?.kind === "dissolved"),
    answer: allowed.includes("party.answerHeir") && heirOf !== null && heirOf.answer === null,
    split: allowed.includes("party.split") && exit === null,
    return: allowed.includes("party.withdrawExit") && exit !== null,
    exit: allowed.includes("party.recordExit") && exit === null,
  };
  const chapters = (Object.keys(may) as Chapter[]).filter((one) => may[one]);
  if (chapters.length === 0) return null;
  const close = () => setOpen(null);
  return (
    <>
      <MoreMenu
        label={t("more", { name })}
        items={chapters.map((one) => ({
          label: t(`menu.${one}`),
          tone: one === "exit" ? ("stop" as const) : undefined,
          onPress: () => setOpen(one),
        }))}
      />
      {open === "exit" ? <PartyExitDialog {...target} onClose={close} /> : null}
      {open === "heir" ? <HeirDialog {...target} onClose={close} /> : null}
      {open === "answer" ? <HeirAnswerDialog {...target} onClose={close} /> : null}
      {open === "split" ? <SplitDialog {...target} onClose={close} /> : null}
      {open === "return" ? <ReturnDialog {...target} onClose={close} /> : null}
    </>
  );
}

function ReturnDialog({ disputeId, version, party, onClose }: StoryTarget & { onClose: () => void }) {
  const t = useTranslations("disputes.story");
  const act = useAct(useTRPC().disputes.withdrawPartyExit.mutationOptions(), { onDone: onClose });
  return (
    <ReasonActDialog
      title={t("returnTitle", { name: party.name })}
      what={t("returnWhat")}
      label={t("reason")}
      maxLength={withdrawPartyExitLimits.reason}
      verb={t("returnVerb")}
      act={act}
      onGo={(reason) => act.run({ disputeId, version, partyId: party.id, reason })}
      onClose={onClose}
    />
  );
}
