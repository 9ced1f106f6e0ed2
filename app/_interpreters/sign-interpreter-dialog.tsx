"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { signatureMeans } from "@/db/vocabulary";
import type { Interpreter } from "@/server/disputes/reads/interpreter-rows";

interface SignInterpreterDialogProps {
  target: { disputeId: string; proceedingId: string | undefined; interpreterId: string };
  one: Interpreter;
  onClose: () => void;
}

/** Their signature under the paper; of a reader also the bare note that they read it out. */
export function SignInterpreterDialog({ target, one, onClose }: SignInterpreterDialogProps) {
  const t = useTranslations("sessions.interpreters.sign");
  const words = useTranslations("vocabulary.signatureMeans");
  const f = useFormat();
  const act = useAct(useTRPC().interpreters.sign.mutationOptions(), { onDone: onClose });
  const [how, setHow] = useState<(typeof signatureMeans)[number] | "readOut" | null>(null);
  const [signedOn, setSignedOn] = useState<string | null>(null);
  const segments = signatureMeans.map((value) => ({ value: value as typeof value | "readOut", label: words(value) }));
  const means = how === "readOut" ? null : how;
  return (
    <ActDialog
      title={t("title", { name: one.name })}
      verb={t("verb")}
      act={act}
      needs={[[t("how"), how !== null]]}
      onGo={() => void act.run({ ...target, means, happenedOn: signedOn })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what", { party: one.partyName, hasParty: one.partyName ? "yes" : "no" })}</p>
        <SegmentField
          label={t("how")}
          segments={one.kind === "reader" ? [...segments, { value: "readOut", label: t("readOut") }] : segments}
          value={how}
          onChange={setHow}
        />
        <HappenedDay label={t("on")} today={f.date(new Date())} value={signedOn} onChange={setSignedOn} />
      </Stack>
    </ActDialog>
  );
}
