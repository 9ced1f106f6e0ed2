"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerFields } from "@/app/_binding/speaker-field";
import { useSpeakerNeeds } from "@/app/_binding/use-speaker-needs";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { DespiteField, useDespite } from "@/app/_presence/despite-field";
import { TakenNote } from "@/app/_presence/taken-note";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { CheckField } from "@/app/_ui/fields/check-field";
import { PhoneField } from "@/app/_ui/fields/phone-field";
import { PillField } from "@/app/_ui/fields/pill-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { nameInterpreterLimits, outsiderLimits } from "@/app/_ui/limits/interpreters";
import { type InterpreterKind, interpreterKinds } from "@/db/vocabulary";
import { type InterpretingPlace, unmetNeeds } from "./place";

const blank = { language: "", from: "outside" as "county" | "outside", personId: "", name: "", phone: "", tie: "" };
type Typed = typeof blank;

/** What is typed, and the act. Begins with the first party that needs somebody and has nobody. */
function useNaming(at: InterpretingPlace, onClose: () => void) {
  const act = useAct(useTRPC().interpreters.name.mutationOptions(), { onDone: onClose });
  const [need] = unmetNeeds(at);
  const [kind, setKind] = useState<InterpreterKind | null>(need?.kind ?? null);
  const [typed, setTyped] = useState<Typed>({ ...blank, language: need?.language ?? "" });
  const [partyIds, setPartyIds] = useState<string[]>(need ? [need.partyId] : []);
  const [agreed, setAgreed] = useState<string[]>([]);
  const speakers = useSpeakers({ purpose: "bind", track: at.track });
  const agreeing = at.parties.filter(({ id }) => agreed.includes(id));
  const isTied = typed.from === "outside" && typed.tie.trim() !== "";
  const said = isTied ? speakersOf(speakers, agreeing) : [];
  const { despite, setDespite } = useDespite();
  const isPersonThere = typed.from === "county" ? typed.personId !== "" : typed.name.trim() !== "";
  function go() {
    if (!kind || !said) return;
    const { name, phone, tie } = typed;
    const who =
      typed.from === "county"
        ? { from: "county" as const, personId: typed.personId }
        : { from: "outside" as const, name, phone, tie, agreedPartyIds: isTied ? agreed : [], speakers: said };
    const place =
      at.place.at === "session"
        ? { at: "session" as const, sessionId: at.place.sessionId }
        : { at: "agreement" as const };
    const help = {
      kind,
      language: kind === "spoken" ? typed.language : "",
      partyIds: kind === "witness" ? [] : partyIds,
    };
    void act.run({ disputeId: at.disputeId, proceedingId: at.proceedingId, place, ...help, who, despite });
  }
  return {
    act,
    kind,
    setKind,
    typed,
    despite,
    setDespite,
    type: (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change })),
    partyIds,
    setPartyIds,
    agreed,
    setAgreed,
    agreeing,
    speakers,
    isTied,
    isPersonThere,
    go,
  };
}

/** Names who interprets or reads aloud, for whom, or witnesses; of somebody tied to a party, who agrees. */
export function NameInterpreterDialog({ at, onClose }: { at: InterpretingPlace; onClose: () => void }) {
  const t = useTranslations("sessions.interpreters.name");
  const kinds = useTranslations("vocabulary.interpreterKinds");
  const form = useNaming(at, onClose);
  const { kind, typed, type } = form;
  const spoken = useSpeakerNeeds(form.speakers);
  return (
    <ActDialog
      title={t("title")}
      verb={t("verb")}
      act={form.act}
      refusal="own"
      needs={[
        [t("kind"), kind !== null],
        [t("language"), kind !== "spoken" || typed.language.trim() !== ""],
        [t("parties"), kind === "witness" || form.partyIds.length > 0],
        [t(typed.from === "county" ? "person" : "name"), form.isPersonThere],
        ...(form.isTied ? spoken(form.agreeing) : []),
      ]}
      onGo={form.go}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <PillField
          label={t("kind")}
          options={interpreterKinds.map((value) => ({ value, label: kinds(value) }))}
          value={kind ? [kind] : []}
          onChange={([chosen]) => form.setKind(interpreterKinds.find((one) => one === chosen) ?? null)}
        />
        {kind === "spoken" ? (
          <TextField
            label={t("language")}
            value={typed.language}
            maxLength={nameInterpreterLimits.language}
            onChange={(event) => type({ language: event.currentTarget.value })}
          />
        ) : null}
        {kind === "witness" ? null : (
          <PartyTicks legend={t("parties")} at={at} ticked={form.partyIds} onChange={form.setPartyIds} />
        )}
        <SegmentField
          label={t("from")}
          segments={(["outside", "county"] as const).map((value) => ({ value, label: t(value) }))}
          value={typed.from}
          onChange={(from) => type({ from })}
        />
        {typed.from === "county" ? (
          <PersonField value={typed.personId} onChange={(personId) => type({ personId })} />
        ) : (
          <OutsiderFields typed={typed} type={type} />
        )}
        {form.isTied ? (
          <>
            <PartyTicks legend={t("agreed")} at={at} ticked={form.agreed} onChange={form.setAgreed} />
            <SpeakerFields parties={form.agreeing} speakers={form.speakers} />
          </>
        ) : null}
        <TakenNote problem={form.act.problem} />
        <DespiteField problem={form.act.problem} value={form.despite} onChange={form.setDespite} />
      </Stack>
    </ActDialog>
  );
}

function OutsiderFields({ typed, type }: { typed: Typed; type: (change: Partial<Typed>) => void }) {
  const t = useTranslations("sessions.interpreters.name");
  return (
    <>
      <TextField
        label={t("name")}
        value={typed.name}
        maxLength={outsiderLimits.name}
        onChange={(event) => type({ name: event.currentTarget.value })}
      />
      <PhoneField
        label={t("phone")}
        value={typed.phone}
        maxLength={outsiderLimits.phone}
        onChange={(phone) => type({ phone })}
      />
      <TextField
        label={t("tie")}
        hint={t("tieHint")}
        value={typed.tie}
        maxLength={outsiderLimits.tie}
        onChange={(event) => type({ tie: event.currentTarget.value })}
      />
    </>
  );
}

/** Somebody of the county's forces. */
function PersonField({ value, onChange }: { value: string; onChange: (personId: string) => void }) {
  const t = useTranslations("sessions.interpreters.name");
  const people = useQuery(useTRPC().people.directory.queryOptions({}));
  const options = (people.data?.rows ?? [])
    .filter(({ role }) => role === "expert")
    .map(({ id, name, post }) => ({ value: id, label: `${name} · ${post}` }));
  return (
    <SelectField
      label={t("person")}
      placeholder={t("choose")}
      options={options}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface PartyTicksProps {
  legend: string;
  at: InterpretingPlace;
  ticked: readonly string[];
  onChange: (ids: string[]) => void;
}

function PartyTicks({ legend, at, ticked, onChange }: PartyTicksProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {at.parties.map(({ id, name }) => (
        <CheckField
          key={id}
          label={name}
          checked={ticked.includes(id)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...ticked, id] : ticked.filter((one) => one !== id))
          }
        />
      ))}
    </fieldset>
  );
}
