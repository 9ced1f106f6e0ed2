"use client";
import { useTranslations } from "next-intl";
import { SpeakerFields } from "@/app/_binding/speaker-field";
import { type Speakers, speakersOf } from "@/app/_binding/use-speakers";
import { Button } from "@/app/_ui/actions/button";
import { PillField } from "@/app/_ui/fields/pill-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { interpreterThereLimits, outsiderLimits } from "@/app/_ui/limits/interpreters";
import { type HelpKind, type SignatureMeans, signatureMeans } from "@/db/vocabulary";
import { helpKinds } from "@/server/interpreters/choices";
import type { ViolationParty } from "@/server/violations/reads/violation";

type Typed = Record<"language" | "name" | "phone" | "tie", string>;

/** Somebody who interpreted or read aloud there, as it is being typed. */
export interface InterpreterDraft {
  key: string;
  kind: HelpKind | null;
  typed: Typed;
  partyIds: string[];
  means: SignatureMeans | null;
  /** Parties who know of a tie and agree all the same. */
  agreed: string[];
}
const interpretersMost = 5;

export const emptyInterpreter = (key: string): InterpreterDraft => ({
  ...{ key, kind: null, partyIds: [], means: null, agreed: [] },
  typed: { language: "", name: "", phone: "", tie: "" },
});

interface Under {
  /** A paper was made, which they sign. */
  isWritten: boolean;
  parties: readonly ViolationParty[];
  speakers: Speakers;
}

/** As the server takes it, or null while something is missing. */
export function interpreterInput({ kind, typed, partyIds, means, agreed }: InterpreterDraft, under: Under) {
  const { isWritten, parties, speakers } = under;
  const { language, name, phone, tie } = typed;
  if (!kind || !name.trim() || partyIds.length === 0 || (kind === "spoken" && !language.trim())) return null;
  if (isWritten && kind !== "reader" && !means) return null;
  const agreedPartyIds = tie.trim() ? agreed : [];
  const said = speakersOf(
    speakers,
    parties.filter(({ id }) => agreedPartyIds.includes(id)),
  );
  if (!said) return null;
  const who = { from: "outside" as const, name, phone, tie, agreedPartyIds, speakers: said };
  return { kind, language: kind === "spoken" ? language : "", partyIds, who, means: isWritten ? means : null };
}

interface InterpretersFieldProps extends Under {
  list: readonly InterpreterDraft[];
  onChange: (list: InterpreterDraft[]) => void;
}

/** Who interpreted or read aloud there; nobody where the list is empty. */
export function InterpretersField({ list, onChange, ...under }: InterpretersFieldProps) {
  const t = useTranslations("violations.onSpot.interpreters");
  const change = (key: string, more: Partial<InterpreterDraft>) =>
    onChange(list.map((one) => (one.key === key ? { ...one, ...more } : one)));
  return (
    <Stack>
      {list.map((one, i) => (
        <fieldset key={one.key} style={{ border: 0, margin: 0, padding: 0 }}>
          <legend>{t("legend", { number: i + 1 })}</legend>
          <Stack>
            <OneInterpreter one={one} {...under} onChange={(more) => change(one.key, more)} />
            <div>
              <Button small variant="text" onClick={() => onChange(list.filter(({ key }) => key !== one.key))}>
                {t("remove")}
              </Button>
            </div>
          </Stack>
        </fieldset>
      ))}
      {list.length < interpretersMost ? (
        <div>
          <Button small onClick={() => onChange([...list, emptyInterpreter(nextKey(list))])}>
            {t("add")}
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}

const nextKey = (list: readonly InterpreterDraft[]) => String(Math.max(0, ...list.map(({ key }) => Number(key))) + 1);

interface OneInterpreterProps extends Under {
  one: InterpreterDraft;
  onChange: (more: Partial<InterpreterDraft>) => void;
}

function OneInterpreter({ one, isWritten, parties, speakers, onChange }: OneInterpreterProps) {
  const t = useTranslations("violations.onSpot.interpreters");
  const name = useTranslations("sessions.interpreters.name");
  const kinds = useTranslations("vocabulary.interpreterKinds");
  const means = useTranslations("vocabulary.signatureMeans");
  const options = parties.map((party) => ({ value: party.id, label: party.name }));
  const text = (which: keyof Typed, maxLength: number) => ({
    label: name(which),
    value: one.typed[which],
    maxLength,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ typed: { ...one.typed, [which]: event.currentTarget.value } }),
  });
  return (
    <>
      <SegmentField
        label={name("kind")}
        segments={helpKinds.map((value) => ({ value, label: kinds(value) }))}
        value={one.kind}
        onChange={(kind) => onChange({ kind })}
      />
      {one.kind === "spoken" ? <TextField {...text("language", interpreterThereLimits.language)} /> : null}
      <TextField {...text("name", outsiderLimits.name)} />
      <TextField {...text("phone", outsiderLimits.phone)} />
      <PillField
        isMany
        label={name("parties")}
        options={options}
        value={one.partyIds}
        onChange={(partyIds) => onChange({ partyIds })}
      />
      {isWritten ? (
        <SelectField
          label={t("means")}
          placeholder={t(one.kind === "reader" ? "readOut" : "choose")}
          options={signatureMeans.map((value) => ({ value, label: means(value) }))}
          value={one.means ?? ""}
          onChange={(event) =>
            onChange({ means: signatureMeans.find((value) => value === event.currentTarget.value) ?? null })
          }
        />
      ) : null}
      <TextField {...text("tie", outsiderLimits.tie)} hint={name("tieHint")} />
      {one.typed.tie.trim() ? (
        <>
          <PillField
            isMany
            label={name("agreed")}
            options={options}
            value={one.agreed}
            onChange={(agreed) => onChange({ agreed })}
          />
          <SpeakerFields parties={parties.filter(({ id }) => one.agreed.includes(id))} speakers={speakers} />
        </>
      ) : null}
    </>
  );
}
