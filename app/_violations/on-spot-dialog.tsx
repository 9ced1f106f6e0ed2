"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerFields } from "@/app/_binding/speaker-field";
import { useSpeakerNeeds } from "@/app/_binding/use-speaker-needs";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { CheckField } from "@/app/_ui/fields/check-field";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { fromWallClock } from "@/app/_ui/format/shanghai";
import { Stack } from "@/app/_ui/layout/columns";
import { settleOnSpotLimits } from "@/app/_ui/limits/violations";
import { type OnSpotLosses, onSpotLosses } from "@/db/vocabulary";
import type { ViolationPage } from "@/server/violations/reads/violation";
import { type InterpreterDraft, InterpretersField, interpreterInput } from "./interpreters-field";
import { emptyKept, KeptClauseField, type KeptDraft, keptInput } from "./kept-clause-field";
import { SignersField, signersOf, useSigners } from "./signers-field";

interface OnSpotDialogProps {
  disputeId: string;
  page: ViolationPage;
  onClose: () => void;
}

const forms = ["written", "recorded"] as const;
const clausesMost = 10;
type Texts = Record<"place" | "facts" | "recording" | "others", string>;

interface Said {
  form: (typeof forms)[number] | null;
  at: string;
  isFactsClear: boolean;
  isCauseClear: boolean;
  losses: OnSpotLosses | null;
  texts: Texts;
  second: string;
  kept: KeptDraft[];
}
const nothing: Said = {
  ...{ form: null, at: "", isFactsClear: false, isCauseClear: false, losses: null, second: "" },
  texts: { place: "", facts: "", recording: "", others: "" },
  kept: [emptyKept("1")],
};

/** As the server takes it, or null while something is missing. */
function onSpotInput({ form, at, isFactsClear, isCauseClear, losses, texts, second, kept }: Said) {
  const settledAt = fromWallClock(at);
  const clauses = kept.flatMap((one) => keptInput(one) ?? []);
  if (!form || !settledAt || !losses || !texts.place.trim() || !texts.facts.trim()) return null;
  if (clauses.length < kept.length) return null;
  return {
    ...{ form, isFactsClear, isCauseClear, losses, clauses, ...texts },
    settledAt: settledAt.toISOString(),
    secondOfficerId: second || null,
  };
}

/** What was settled and performed there and then, with its number and recording (程序规定 52、178). */
export function OnSpotDialog({ disputeId, page, onClose }: OnSpotDialogProps) {
  const t = useTranslations("violations.onSpot");
  const keptWords = useTranslations("violations.kept");
  const trpc = useTRPC();
  const act = useAct(trpc.violations.settleOnSpot.mutationOptions(), { onDone: onClose });
  const [said, setSaid] = useState(nothing);
  const signers = useSigners();
  const parties = page.parties.filter((party) => !party.isDeparted);
  const speakers = useSpeakers({ purpose: "bind", track: "publicSecurity" });
  const signed = said.form === "written" ? signersOf(signers, parties) : [];
  const saidYes = said.form === "recorded" ? speakersOf(speakers, parties) : [];
  const spoken = useSpeakerNeeds(speakers);
  const signing = useSpeakerNeeds(signers.speakers);
  const [drafts, setDrafts] = useState<InterpreterDraft[]>([]);
  const under = { isWritten: said.form === "written", parties, speakers };
  const interpreters = drafts.flatMap((one) => interpreterInput(one, under) ?? []);
  const ready = onSpotInput(said);
  return (
    <ActDialog
      title={t("title")}
      verb={t("save")}
      act={act}
      needs={[
        [t("form"), said.form !== null],
        [t("settledAt"), fromWallClock(said.at) !== null],
        [t("place"), said.texts.place.trim() !== ""],
        [t("losses"), said.losses !== null],
        [t("facts"), said.texts.facts.trim() !== ""],
        ...said.kept.map((one, i) => [keptWords("legend", { number: i + 1 }), keptInput(one) !== null] as const),
        ...(said.form === "recorded" ? spoken(parties) : []),
        ...(said.form === "written" ? signing(parties.filter(({ id }) => signers.means[id])) : []),
        ...drafts.map(
          (one, i) => [t("interpreters.legend", { number: i + 1 }), interpreterInput(one, under) !== null] as const,
        ),
      ]}
      refusal="last"
      onGo={() =>
        ready &&
        signed &&
        saidYes &&
        act.run({ disputeId, proceedingId: page.proceeding?.id, ...ready, interpreters, signers: signed, saidYes })
      }
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <Fields
          said={said}
          page={page}
          parties={parties}
          onSay={(more) => setSaid((before) => ({ ...before, ...more }))}
        />
        {said.form ? <InterpretersField {...under} list={drafts} onChange={setDrafts} /> : null}
        {said.form === "written" ? <SignersField parties={parties} signers={signers} /> : null}
        {said.form === "recorded" ? (
          <>
            <p>{t("saidYes")}</p>
            <SpeakerFields parties={parties} speakers={speakers} />
          </>
        ) : null}
      </Stack>
    </ActDialog>
  );
}

interface FieldsProps {
  said: Said;
  page: ViolationPage;
  parties: ViolationPage["parties"];
  onSay: (more: Partial<Said>) => void;
}

function Fields({ said, page, parties, onSay }: FieldsProps) {
  const t = useTranslations("violations.onSpot");
  const losses = useTranslations("vocabulary.onSpotLosses");
  const { kept, texts } = said;
  const text = (which: keyof Texts) => ({
    label: t(which),
    value: texts[which],
    maxLength: settleOnSpotLimits[which],
    onChange: (event: { currentTarget: { value: string } }) =>
      onSay({ texts: { ...texts, [which]: event.currentTarget.value } }),
  });
  const tick = (which: "isFactsClear" | "isCauseClear") => (
    <CheckField
      label={t(which)}
      checked={said[which]}
      onChange={(event) => onSay({ [which]: event.currentTarget.checked })}
    />
  );
  return (
    <>
      <SegmentField
        label={t("form")}
        segments={forms.map((value) => ({ value, label: t(value) }))}
        value={said.form}
        onChange={(form) => onSay({ form })}
      />
      <DateTimeField label={t("settledAt")} maxDay={page.today} value={said.at} onChange={(at) => onSay({ at })} />
      <TextField {...text("place")} />
      {tick("isFactsClear")}
      {tick("isCauseClear")}
      <SegmentField
        label={t("losses")}
        segments={onSpotLosses.map((value) => ({ value, label: losses(value) }))}
        value={said.losses}
        onChange={(chosen) => onSay({ losses: chosen })}
      />
      <TextArea {...text("facts")} hint={t("factsHint")} minRows={3} />
      <Kept kept={kept} parties={parties} onChange={(changed) => onSay({ kept: changed })} />
      <SelectField
        label={t("second")}
        placeholder={t("alone")}
        options={page.officers.map((officer) => ({ value: officer.id, label: officer.name }))}
        value={said.second}
        onChange={(event) => onSay({ second: event.currentTarget.value })}
      />
      <TextField {...text("recording")} hint={t("recordingHint")} />
      <TextField {...text("others")} />
    </>
  );
}

interface KeptProps {
  kept: KeptDraft[];
  parties: ViolationPage["parties"];
  onChange: (kept: KeptDraft[]) => void;
}

function Kept({ kept, parties, onChange }: KeptProps) {
  const t = useTranslations("violations.onSpot");
  return (
    <>
      {kept.map((one, i) => (
        <KeptClauseField
          key={one.key}
          number={i + 1}
          value={one}
          parties={parties}
          onChange={(changed) => onChange(kept.map((other) => (other.key === one.key ? changed : other)))}
        />
      ))}
      {kept.length < clausesMost ? (
        <div>
          <Button small onClick={() => onChange([...kept, emptyKept(String(kept.length + 1))])}>
            {t("more")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
