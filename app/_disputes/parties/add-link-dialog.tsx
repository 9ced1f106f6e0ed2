"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { CheckField } from "@/app/_ui/fields/check-field";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { PhoneField } from "@/app/_ui/fields/phone-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { partyLinkLimits } from "@/app/_ui/limits/disputes";
import { type PartyLinkKind, partyLinkKinds } from "@/db/vocabulary";
import { isAuthorised } from "@/server/disputes/choices";
import type { PartyTarget } from "./party-target";

/** Adds a person linked to a party: agent, representative, a minor's guardian, or a helper who never signs. */
export function AddLinkDialog({ disputeId, version, party, onClose }: PartyTarget & { onClose: () => void }) {
  const t = useTranslations("disputes.parties");
  const kinds = useTranslations("vocabulary.partyLinkKinds");
  const trpc = useTRPC();
  const act = useAct(trpc.disputes.addPartyLink.mutationOptions(), { onDone: onClose });
  const offered = partyLinkKinds.filter((kind) => kind !== "guardian" || party.needsGuardian);
  const first: PartyLinkKind = party.needsGuardian
    ? "guardian"
    : party.kind === "organisation"
      ? "representative"
      : "agent";
  const [link, setLink] = useState<{
    kind: PartyLinkKind;
    name: string;
    phone: string;
    maySign: boolean;
    note: string;
    authorisedOn: string | null;
  }>({ kind: first, name: "", phone: "", maySign: false, note: "", authorisedOn: null });
  const set = (part: Partial<typeof link>) => setLink({ ...link, ...part });
  return (
    <ActDialog
      title={t("linkTitle", { name: party.name })}
      verb={t("linkVerb")}
      act={act}
      needs={[[t("linkName"), link.name.trim() !== ""]]}
      onGo={() => act.run({ disputeId, version, partyId: party.id, link })}
      onClose={onClose}
    >
      <SelectField
        label={t("linkKind")}
        options={offered.map((value) => ({ value, label: kinds(value) }))}
        value={link.kind}
        onChange={(event) => {
          const kind = offered.find((one) => one === event.currentTarget.value) ?? link.kind;
          const authorisedOn = isAuthorised(kind) ? link.authorisedOn : null;
          set({ kind, authorisedOn, maySign: kind !== "helper" && link.maySign });
        }}
      />
      <TextField
        label={t("linkName")}
        maxLength={partyLinkLimits.name}
        value={link.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <PhoneField label={t("phone")} value={link.phone} onChange={(phone) => set({ phone })} />
      {link.kind === "helper" ? null : (
        <CheckField
          label={t("maySign")}
          checked={link.maySign}
          onChange={(event) => set({ maySign: event.currentTarget.checked })}
        />
      )}
      {isAuthorised(link.kind) ? (
        <DateTimeField
          part="date"
          label={t("authorisedOn")}
          value={link.authorisedOn ?? ""}
          maxDay={toWallClock(new Date()).slice(0, 10)}
          onChange={(day) => set({ authorisedOn: day || null })}
        />
      ) : null}
      <TextField
        label={t("note")}
        maxLength={partyLinkLimits.note}
        value={link.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </ActDialog>
  );
}
