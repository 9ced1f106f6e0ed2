"use client";
import { useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { useSpeakerNeeds } from "@/app/_binding/use-speaker-needs";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { CourtAdvice } from "@/app/_confirmation/court-advice";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { CheckField } from "@/app/_ui/fields/check-field";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { applyConfirmationLimits } from "@/app/_ui/limits/clocks";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import { asSpeakable } from "./party-words";

/** That all parties applied to a court together, on which day and to which one. Nobody is ticked beforehand. */
export function ConfirmationDialog({ page, onClose }: { page: AgreementPage; onClose: () => void }) {
  const t = useTranslations("agreements.confirmation");
  const f = useFormat();
  const act = useAct(useTRPC().clocks.applyConfirmation.mutationOptions(), { onDone: onClose });
  const [appliedOn, setAppliedOn] = useState(page.today);
  const [court, setCourt] = useState("");
  const [applied, setApplied] = useState<string[]>([]);
  const speakers = useSpeakers({ purpose: "bind", track: "peoples" });
  const parties = page.parties.map((party) => ({ ...asSpeakable(party), side: party.side }));
  const applicants = speakersOf(speakers, parties);
  const spoken = useSpeakerNeeds(speakers);
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={act}
      needs={[
        ...parties.map((party) => [t("applies", { name: party.name }), applied.includes(party.id)] as const),
        ...spoken(parties),
        [t("court"), court.trim() !== ""],
        [t("on"), appliedOn !== ""],
      ]}
      onGo={() => {
        const { disputeId, proceeding } = page;
        if (applicants)
          act.run({
            disputeId,
            proceedingId: proceeding?.id,
            version: proceeding?.version,
            appliedOn,
            court,
            applicants,
          });
      }}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what", { day: f.day(page.confirmationUntil ?? page.today) })}</p>
        {parties.map((party) => (
          <Fragment key={party.id}>
            <CheckField
              label={
                <>
                  <SideStamp index={party.side - 1} small /> {t("applies", { name: party.name })}
                </>
              }
              checked={applied.includes(party.id)}
              onChange={(event) => {
                const { checked } = event.currentTarget;
                setApplied((before) => (checked ? [...before, party.id] : before.filter((id) => id !== party.id)));
              }}
            />
            <SpeakerField party={party} speakers={speakers} />
          </Fragment>
        ))}
        <CourtAdvice page={page} onChoose={setCourt} />
        <TextField
          label={t("court")}
          maxLength={applyConfirmationLimits.court}
          value={court}
          onChange={(event) => setCourt(event.currentTarget.value)}
        />
        <DateTimeField part="date" label={t("on")} value={appliedOn} onChange={setAppliedOn} maxDay={page.today} />
      </Stack>
    </ActDialog>
  );
}
