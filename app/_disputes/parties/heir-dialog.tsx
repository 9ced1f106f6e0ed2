"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { CheckField } from "@/app/_ui/fields/check-field";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { PhoneField } from "@/app/_ui/fields/phone-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { Stack } from "@/app/_ui/layout/columns";
import { addHeirLimits, answerHeirLimits } from "@/app/_ui/limits/disputes";
import { type HeirAnswer, heirAnswers } from "@/db/vocabulary";
import type { StoryTarget } from "./story-target";

/** An heir of a party that died, told on a day and asked whether they step in (民法典 1124、1161). */
export function HeirDialog({ disputeId, version, party, onClose }: StoryTarget & { onClose: () => void }) {
  const t = useTranslations("disputes.story");
  const act = useAct(useTRPC().disputes.addHeir.mutationOptions(), { onDone: onClose });
  const today = toWallClock(new Date()).slice(0, 10);
  const [heir, setHeir] = useState({ name: "", phone: "", isMinor: false, toldOn: today, reason: "" });
  const set = (part: Partial<typeof heir>) => setHeir({ ...heir, ...part });
  return (
    <ActDialog
      title={t("heirTitle", { name: party.name })}
      verb={t("heirVerb")}
      act={act}
      needs={[
        [t("heirName"), heir.name.trim() !== ""],
        [t("toldOn"), heir.toldOn !== ""],
        [t("heirReason"), heir.reason.trim() !== ""],
      ]}
      onGo={() => act.run({ disputeId, version, partyId: party.id, ...heir })}
      onClose={onClose}
    >
      <Stack>
        <p>{t("heirWhat")}</p>
        <TextField
          label={t("heirName")}
          maxLength={addHeirLimits.name}
          value={heir.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <PhoneField label={t("phone")} value={heir.phone} onChange={(phone) => set({ phone })} />
        <CheckField
          label={t("minor")}
          checked={heir.isMinor}
          onChange={(event) => set({ isMinor: event.currentTarget.checked })}
        />
        <DateTimeField
          part="date"
          label={t("toldOn")}
          value={heir.toldOn}
          onChange={(toldOn) => set({ toldOn })}
          maxDay={today}
        />
        <TextArea
          label={t("heirReason")}
          minRows={2}
          maxLength={addHeirLimits.reason}
          value={heir.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      </Stack>
    </ActDialog>
  );
}

/** Whether an heir steps in or renounces, once. */
export function HeirAnswerDialog({ disputeId, version, party, onClose }: StoryTarget & { onClose: () => void }) {
  const t = useTranslations("disputes.story");
  const answers = useTranslations("vocabulary.heirAnswers");
  const act = useAct(useTRPC().disputes.answerHeir.mutationOptions(), { onDone: onClose });
  const today = toWallClock(new Date()).slice(0, 10);
  const [answer, setAnswer] = useState<HeirAnswer | null>(null);
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("answerTitle", { name: party.name })}
      verb={t("answerVerb")}
      act={act}
      needs={[
        [t("answer"), answer !== null],
        [t("on"), on !== ""],
        [t("answerReason"), reason.trim() !== ""],
      ]}
      onGo={() => answer && act.run({ disputeId, version, heirPartyId: party.id, answer, answeredOn: on, reason })}
      onClose={onClose}
    >
      <Stack>
        <SegmentField
          label={t("answer")}
          segments={heirAnswers.map((value) => ({ value, label: answers(value) }))}
          value={answer}
          onChange={setAnswer}
        />
        <DateTimeField part="date" label={t("on")} value={on} onChange={setOn} maxDay={today} />
        <TextArea
          label={t("answerReason")}
          minRows={2}
          maxLength={answerHeirLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}
