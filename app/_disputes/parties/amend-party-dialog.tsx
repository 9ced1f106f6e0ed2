"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { NewerValues } from "@/app/_ui/feedback/newer-values";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { PhoneField } from "@/app/_ui/fields/phone-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { useSeen } from "@/app/_ui/fields/use-seen";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { amendPartyLimits } from "@/app/_ui/limits/disputes";
import { type PartyKind, partyKinds } from "@/db/vocabulary";
import { type Capacity, CapacityFields, capacityInput } from "./capacity-fields";
import { ParticularFields } from "./particular-fields";
import type { PartyTarget } from "./party-target";

/** Corrects a party, or names one unknown until now. A phone or ID number left empty stays unchanged. */
export function AmendPartyDialog({ disputeId, party, onClose }: PartyTarget & { onClose: () => void }) {
  const t = useTranslations("disputes.parties");
  const kinds = useTranslations("vocabulary.partyKinds");
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.amendParty.mutationOptions(), { onDone: onClose });
  const stored = {
    kind: party.kind,
    name: party.name,
    address: party.address,
    employer: party.employer,
    ...party.capacity,
    ...party.particulars,
  };
  const storedWords = useStoredWords();
  const seen = useSeen({ version: party.version, values: stored });
  const [next, setNext] = useState({ ...stored, phone: "", idNumber: "" });
  const [why, setWhy] = useState({ reason: "", since: "" });
  const set = (part: Partial<typeof next>) => setNext({ ...next, ...part });
  const { phone, idNumber, isMinor, lacksCapacity, bornOn, ownWagesReason, ...rest } = next;
  const capacity = { isMinor, lacksCapacity, bornOn, ownWagesReason };
  const numbers = { ...(phone ? { phone } : {}), ...(idNumber ? { idNumber } : {}) };
  return (
    <ActDialog
      title={t("amendTitle", { name: party.name })}
      verb={t("amendVerb")}
      leave={t("amendLeave")}
      act={act}
      needs={[[t("name"), next.name.trim() !== ""]]}
      onGo={() =>
        act.run({
          disputeId,
          partyId: party.id,
          partyVersion: seen.version,
          ...rest,
          ...capacityInput(capacity),
          ...numbers,
          ...(next.name === party.name ? {} : { reason: why.reason, since: why.since || undefined }),
        })
      }
      onClose={onClose}
    >
      <NewerValues seen={seen} words={storedWords} onTake={set} />
      <SelectField
        label={t("kind")}
        options={partyKinds
          .filter((kind) => kind === "person" || !party.capacity.isMinor)
          .map((value) => ({ value, label: kinds(value) }))}
        value={next.kind}
        onChange={(event) => set({ kind: partyKinds.find((one) => one === event.currentTarget.value) ?? next.kind })}
      />
      <TextField
        label={t("name")}
        maxLength={amendPartyLimits.name}
        value={next.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {next.name === party.name ? null : <NameWhy why={why} onChange={setWhy} />}
      <PhoneField label={t("phone")} hint={t("phoneKeep")} value={phone} onChange={(typed) => set({ phone: typed })} />
      {next.kind === "person" ? (
        <TextField
          label={t("idNumber")}
          hint={t("phoneKeep")}
          maxLength={amendPartyLimits.idNumber}
          autoComplete="off"
          data-unkept
          value={idNumber}
          onChange={(event) => set({ idNumber: event.currentTarget.value })}
        />
      ) : null}
      <Whereabouts value={next} onChange={set} />
      <ParticularFields kind={next.kind} value={next} onChange={set} />
      {next.kind === "person" ? <CapacityFields value={capacity} onChange={set} /> : null}
    </ActDialog>
  );
}

interface Places {
  kind: PartyKind;
  address: string;
  employer: string;
}

/** Where they live, and where a person works. */
function Whereabouts({ value, onChange }: { value: Places; onChange: (part: Partial<Places>) => void }) {
  const t = useTranslations("disputes.parties");
  return (
    <>
      <TextField
        label={t("address")}
        maxLength={amendPartyLimits.address}
        value={value.address}
        onChange={(event) => onChange({ address: event.currentTarget.value })}
      />
      {value.kind === "person" ? (
        <TextField
          label={t("employer")}
          hint={t("employerHint")}
          maxLength={amendPartyLimits.employer}
          value={value.employer}
          onChange={(event) => onChange({ employer: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
}

/** What is stored of a party, in words, each with its label. */
function useStoredWords() {
  const t = useTranslations("disputes.parties");
  const kinds = useTranslations("vocabulary.partyKinds");
  return (one: Places & Capacity & { name: string }) => [
    { label: t("kind"), value: kinds(one.kind) },
    { label: t("name"), value: one.name },
    { label: t("address"), value: one.address },
    { label: t("employer"), value: one.employer },
    { label: t("bornOn"), value: one.bornOn },
    { label: t("ownWages"), value: one.ownWagesReason },
  ];
}

interface NameWhyProps {
  why: { reason: string; since: string };
  onChange: (why: { reason: string; since: string }) => void;
}

/** Why a name changes: it was written wrongly, or the party is called otherwise since a day. */
function NameWhy({ why, onChange }: NameWhyProps) {
  const t = useTranslations("disputes.parties");
  return (
    <>
      <TextField
        label={t("amendReason")}
        maxLength={amendPartyLimits.reason}
        value={why.reason}
        onChange={(event) => onChange({ ...why, reason: event.currentTarget.value })}
      />
      <DateTimeField
        part="date"
        label={t("renamedSince")}
        value={why.since}
        onChange={(since) => onChange({ ...why, since })}
        maxDay={toWallClock(new Date()).slice(0, 10)}
      />
    </>
  );
}
