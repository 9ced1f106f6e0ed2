"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { PhoneField } from "@/app/_ui/fields/phone-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { formatSide } from "@/app/_ui/format/format-number";
import { addPartyLimits, partyLimits } from "@/app/_ui/limits/disputes";
import { type PartyKind, type PartyStanding, partyKinds, partyStandings } from "@/db/vocabulary";
import { CapacityFields, capacityInput } from "./capacity-fields";

interface AddPartyDialogProps {
  disputeId: string;
  version?: number;
  sides: readonly number[];
  /** Whether an agreement is in force, which they come beside by supplement. */
  needsReason: boolean;
  onClose: () => void;
}

/** Adds a party to an existing side or to a new one. */
export function AddPartyDialog({ disputeId, version, sides, needsReason, onClose }: AddPartyDialogProps) {
  const t = useTranslations("disputes.parties");
  const locale = useLocale();
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.addParty.mutationOptions(), { onDone: onClose });
  const newSide = Math.max(0, ...sides) + 1;
  const [party, setParty] = useState({
    side: newSide,
    kind: "person" as PartyKind,
    standing: "thirdParty" as PartyStanding,
    name: "",
    phone: "",
    address: "",
    employer: "",
    isMinor: false,
    lacksCapacity: false,
    bornOn: "",
    ownWagesReason: "",
  });
  const [reason, setReason] = useState("");
  const set = (part: Partial<typeof party>) => setParty({ ...party, ...part });
  const letter = (side: number) => formatSide(side - 1, locale);
  return (
    <ActDialog
      title={t("addTitle")}
      verb={t("addVerb")}
      act={act}
      needs={[
        [t("name"), party.name.trim() !== ""],
        [t("supplementReason"), !needsReason || reason.trim() !== ""],
      ]}
      onGo={() => act.run({ disputeId, version, party: { ...party, ...capacityInput(party) }, reason })}
      onClose={onClose}
    >
      <SelectField
        label={t("sideField")}
        options={[
          ...sides.map((side) => ({ value: String(side), label: t("side", { side: letter(side) }) })),
          { value: String(newSide), label: t("newSide", { side: letter(newSide) }) },
        ]}
        value={String(party.side)}
        onChange={(event) => set({ side: Number(event.currentTarget.value) })}
      />
      <TextField
        label={t("name")}
        maxLength={partyLimits.name}
        value={party.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <PhoneField label={t("phone")} value={party.phone} onChange={(phone) => set({ phone })} />
      <TextField
        label={t("address")}
        maxLength={partyLimits.address}
        value={party.address}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
      {party.kind === "person" ? (
        <TextField
          label={t("employer")}
          hint={t("employerHint")}
          maxLength={partyLimits.employer}
          value={party.employer}
          onChange={(event) => set({ employer: event.currentTarget.value })}
        />
      ) : null}
      <StandingAndKind party={party} onChange={set} />
      {party.kind === "person" ? <CapacityFields value={party} onChange={set} /> : null}
      {needsReason ? (
        <TextField
          label={t("supplementReason")}
          maxLength={addPartyLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
    </ActDialog>
  );
}

interface Standing {
  kind: PartyKind;
  standing: PartyStanding;
  isMinor: boolean;
}

function StandingAndKind({ party, onChange }: { party: Standing; onChange: (part: Partial<Standing>) => void }) {
  const t = useTranslations("disputes.parties");
  const kinds = useTranslations("vocabulary.partyKinds");
  const standings = useTranslations("vocabulary.partyStandings");
  return (
    <>
      <SelectField
        label={t("standing")}
        options={partyStandings.map((value) => ({ value, label: standings(value) }))}
        value={party.standing}
        onChange={(event) =>
          onChange({ standing: partyStandings.find((one) => one === event.currentTarget.value) ?? party.standing })
        }
      />
      <SelectField
        label={t("kind")}
        options={partyKinds.map((value) => ({ value, label: kinds(value) }))}
        value={party.kind}
        onChange={(event) => {
          const kind = partyKinds.find((one) => one === event.currentTarget.value) ?? party.kind;
          onChange({ kind, isMinor: kind === "person" && party.isMinor });
        }}
      />
    </>
  );
}
