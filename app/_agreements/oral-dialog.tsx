"use client";
import { useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { earlierDay } from "@/app/_binding/speaker-options";
import { useSpeakerNeeds } from "@/app/_binding/use-speaker-needs";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { CheckField } from "@/app/_ui/fields/check-field";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { Stack } from "@/app/_ui/layout/columns";
import type { Track } from "@/db/vocabulary";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import { asSpeakable } from "./party-words";

interface OralDialogProps {
  page: AgreementPage;
  track: Track;
  /** The proceeding's version with the newest draft saved. */
  version: number;
  onClose: () => void;
}

/** Each party's own yes to an oral agreement, before it counts. Nothing is ticked before somebody has said it. */
export function OralDialog({ page, track, version, onClose }: OralDialogProps) {
  const t = useTranslations("agreements.oral");
  const trpc = useTRPC();
  const act = useAct(trpc.agreements.takeEffect.mutationOptions(), { onDone: onClose });
  const foot = useTranslations("agreements.foot");
  const [reachedOn, setReachedOn] = useState<string | null>(null);
  const [yes, setYes] = useState<string[]>([]);
  const on = earlierDay(reachedOn, page.today);
  const speakers = useSpeakers({ purpose: "bind", track, on });
  const parties = partiesOn(page, on);
  const saidYes = speakersOf(speakers, parties);
  const spoken = useSpeakerNeeds(speakers);
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        ...parties.map((party) => [t("says", { name: party.name }), yes.includes(party.id)] as const),
        ...spoken(parties),
      ]}
      onGo={() => {
        const target = { disputeId: page.disputeId, proceedingId: page.proceeding?.id, version };
        if (saidYes) act.run({ ...target, happenedOn: reachedOn, saidYes });
      }}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        {parties.map((party) => (
          <Fragment key={party.id}>
            <CheckField
              label={
                <>
                  <SideStamp index={party.side - 1} small /> {t("says", { name: party.name })}
                </>
              }
              checked={yes.includes(party.id)}
              onChange={(event) => {
                const { checked } = event.currentTarget;
                setYes((before) => (checked ? [...before, party.id] : before.filter((id) => id !== party.id)));
              }}
            />
            <SpeakerField party={party} speakers={speakers} />
          </Fragment>
        ))}
        <HappenedDay label={foot("reachedOn")} today={page.today} value={reachedOn} onChange={setReachedOn} />
      </Stack>
    </ActDialog>
  );
}

/** The parties of the day on which it was reached: with whoever died or left after it, and without who stands in their place. */
function partiesOn({ parties, departed }: AgreementPage, on: string | null) {
  const then = departed.filter((party) => on !== null && party.departedOn && on <= party.departedOn);
  const heirs = new Set(then.flatMap((party) => party.heirPartyIds));
  const today = parties.filter((party) => !heirs.has(party.id));
  return [...today.map((party) => ({ ...asSpeakable(party), side: party.side })), ...then];
}
