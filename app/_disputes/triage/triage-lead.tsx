"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { FormRow } from "@/app/_ui/layout/form-section";
import { triageDisputeLimits } from "@/app/_ui/limits/disputes";
import type { Track } from "@/db/vocabulary";
import { useLeadOptions } from "../acts/lead-options";

interface Lead {
  leadPersonId: string;
  leadUnit: string;
}
interface TriageLeadProps {
  disputeId: string;
  track: Track;
  lead: Lead;
  /** Whoever triages: they lead unless somebody else is chosen. */
  personId: string;
  onChange: (lead: Lead) => void;
}

/** The "1": the person, and the unit or Party branch that leads. */
export function TriageLead({ disputeId, track, lead, personId, onChange }: TriageLeadProps) {
  const t = useTranslations("disputes.lead");
  const trpc = useTRPC();
  const people = useQuery(trpc.disputes.leads.queryOptions({ disputeId }));
  const options = useLeadOptions(people.data ?? [], track);
  const mayLeadSelf = lead.leadPersonId === "" && options.some(({ value }) => value === personId);
  useEffect(() => {
    if (mayLeadSelf) onChange({ ...lead, leadPersonId: personId });
  });
  return (
    <FormRow>
      <SelectField
        label={t("person")}
        placeholder={t("choose")}
        options={options}
        value={options.some(({ value }) => value === lead.leadPersonId) ? lead.leadPersonId : ""}
        onChange={(event) => onChange({ ...lead, leadPersonId: event.currentTarget.value })}
      />
      <TextField
        label={t("unit")}
        hint={t("unitHint")}
        maxLength={triageDisputeLimits.leadUnit}
        value={lead.leadUnit}
        onChange={(event) => onChange({ ...lead, leadUnit: event.currentTarget.value })}
      />
    </FormRow>
  );
}
