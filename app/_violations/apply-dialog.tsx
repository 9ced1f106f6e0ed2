"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { applySettlementLimits } from "@/app/_ui/limits/violations";
import { type SettlementWay, settlementWays, type YesNoUnclear, yesNoUnclear } from "@/db/vocabulary";
import { inPlaceOf } from "@/server/binding/choices";
import type { ViolationPage } from "@/server/violations/reads/violation";
import { SignersField, signersOf, useSigners } from "./signers-field";

interface ApplyDialogProps {
  disputeId: string;
  page: ViolationPage;
  onClose: () => void;
}

interface Said {
  way: SettlementWay | null;
  peoples: string;
  agreedOn: string;
  performedOn: string;
  appliedOn: string;
  agreed: string;
  proof: string;
  isDecided: YesNoUnclear | null;
}

/** As the server takes it, or null while something is missing. */
function applicationInput({ way, peoples, isDecided, ...rest }: Said) {
  if (!way || !isDecided || Object.values(rest).some((text) => text.trim() === "")) return null;
  const peoplesProceedingId = way === "peoplesMediation" && peoples !== "" ? peoples : null;
  return { ...rest, way, isDecided, peoplesProceedingId };
}

/** Both sides' written application, as it lies before the officer (程序规定 186；治安管理处罚法 9). */
export function ApplyDialog({ disputeId, page, onClose }: ApplyDialogProps) {
  const t = useTranslations("violations.apply");
  const trpc = useTRPC();
  const act = useAct(trpc.violations.applySettlement.mutationOptions(), { onDone: onClose });
  const [said, setSaid] = useState<Said>({
    ...{ way: null, peoples: "", agreedOn: "", performedOn: "", appliedOn: page.today },
    ...{ agreed: "", proof: "", isDecided: null },
  });
  const named = inPlaceOf(page.parties, page.findings[0]?.people.map((one) => one.partyId) ?? []);
  const signers = useSigners();
  const applicants = signersOf(signers, named) ?? [];
  const ready = applicationInput(said);
  return (
    <ActDialog
      title={t("title")}
      verb={t("save")}
      act={act}
      isReady={applicants.length > 0}
      needs={[
        [t("way"), said.way !== null],
        ...(["agreedOn", "agreed", "performedOn", "proof", "appliedOn"] as const).map(
          (one) => [t(one), said[one].trim() !== ""] as const,
        ),
        [t("isDecided"), said.isDecided !== null],
      ]}
      refusal="last"
      onGo={() => ready && act.run({ disputeId, proceedingId: page.proceeding?.id, ...ready, applicants })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <Fields said={said} page={page} onSay={(more) => setSaid((before) => ({ ...before, ...more }))} />
        <p>{t("signers")}</p>
        <SignersField parties={named} signers={signers} />
      </Stack>
    </ActDialog>
  );
}

interface FieldsProps {
  said: Said;
  page: ViolationPage;
  onSay: (more: Partial<Said>) => void;
}

function Fields({ said, page, onSay }: FieldsProps) {
  const t = useTranslations("violations.apply");
  const ways = useTranslations("vocabulary.settlementWays");
  const answers = useTranslations("vocabulary.yesNoUnclear");
  const dayOf = (which: "agreedOn" | "performedOn" | "appliedOn") => (
    <DateTimeField
      part="date"
      label={t(which)}
      maxDay={page.today}
      value={said[which]}
      onChange={(day) => onSay({ [which]: day })}
    />
  );
  const textOf = (which: "agreed" | "proof", hint?: string) => (
    <TextArea
      label={t(which)}
      hint={hint}
      minRows={2}
      maxLength={applySettlementLimits[which]}
      value={said[which]}
      onChange={(event) => onSay({ [which]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <SegmentField
        label={t("way")}
        segments={settlementWays.map((value) => ({ value, label: ways(value) }))}
        value={said.way}
        onChange={(way) => onSay({ way })}
      />
      {said.way === "peoplesMediation" && page.peoples.length > 0 ? (
        <SelectField
          label={t("which")}
          placeholder={t("elsewhere")}
          options={page.peoples.map((one) => ({ value: one.id, label: t("ordinal", { ordinal: one.ordinal }) }))}
          value={said.peoples}
          onChange={(event) => onSay({ peoples: event.currentTarget.value })}
        />
      ) : null}
      {dayOf("agreedOn")}
      {textOf("agreed", t("agreedHint"))}
      {dayOf("performedOn")}
      {textOf("proof")}
      {dayOf("appliedOn")}
      <SegmentField
        label={t("isDecided")}
        segments={yesNoUnclear.map((value) => ({ value, label: answers(value) }))}
        value={said.isDecided}
        onChange={(isDecided) => onSay({ isDecided })}
      />
    </>
  );
}
