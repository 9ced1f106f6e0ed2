"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { earlierDay } from "@/app/_binding/speaker-options";
import { useSpeakerNeeds } from "@/app/_binding/use-speaker-needs";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { needsOf } from "@/app/_ui/dialogs/use-missing";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { MoneyField } from "@/app/_ui/fields/money-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { fenOfYuan, yuanOfFen } from "@/app/_ui/format/fen";
import { Stack } from "@/app/_ui/layout/columns";
import { waivePerformanceLimits } from "@/app/_ui/limits/performance";
import { type SignatureMeans, signatureMeans } from "@/db/vocabulary";
import { inPlaceOf } from "@/server/binding/choices";
import type { ObligationLedger, PerformancePage } from "@/server/performance/reads/ledger";

interface WaiveDialogProps {
  page: PerformancePage;
  obligation: ObligationLedger;
  onClose: () => void;
}

/** An obligee gives up what is still owed, or part of it, by whoever may sign for them (民法典 575). */
export function WaiveDialog({ page, obligation, onClose }: WaiveDialogProps) {
  const t = useTranslations("performance.waive");
  const meansWords = useTranslations("vocabulary.signatureMeans");
  const act = useAct(useTRPC().performance.waive.mutationOptions(), { onDone: onClose });
  const isPay = obligation.amountFen !== null;
  const [on, setOn] = useState(page.today);
  const then = earlierDay(on, page.today);
  const obligees = inPlaceOf(page.parties, obligation.obligeePartyIds, then);
  const obligors = those(page, obligation.obligorPartyIds);
  const [obligeePartyId, setObligee] = useState(obligees[0]?.id ?? "");
  const [partyId, setParty] = useState(obligors[0]?.id ?? "");
  const openOf = (id: string) => obligation.accounts.find((one) => one.partyId === id)?.openFen ?? obligation.openFen;
  const [yuan, setYuan] = useState(isPay ? yuanOfFen(openOf(partyId)) : "");
  const [means, setMeans] = useState<SignatureMeans | null>(null);
  const saying = { purpose: "bind", track: page.proceeding?.track ?? "peoples", on: then } as const;
  const speakers = useSpeakers(saying, { hasSeal: means === "seal" });
  const obligee = obligees.find((party) => party.id === obligeePartyId);
  const by = obligee && speakersOf(speakers, [obligee])?.[0];
  const speakerNeeds = useSpeakerNeeds(speakers)(obligee ? [obligee] : []);
  const [note, setNote] = useState("");
  const amountFen = isPay ? fenOfYuan(yuan) : null;
  return (
    <ActDialog
      title={t("title", { n: obligation.ordinal })}
      verb={t("verb")}
      act={act}
      needs={[
        [t("obligee"), obligee !== undefined],
        ...speakerNeeds,
        ...needsOf(t, { amount: !isPay || Boolean(amountFen), means: means !== null }),
        ...needsOf(t, { on: on !== "", note: note.trim() !== "" }),
      ]}
      onGo={() =>
        means &&
        by &&
        act.run({
          ...{ disputeId: page.disputeId, proceedingId: page.proceeding?.id, obligationId: obligation.id },
          ...{ partyId, obligeePartyId, byLinkId: by.linkId, means, amountFen },
          ...{ waivedOn: on, proof: "mutualConfirmation", proofNote: note },
        })
      }
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        <SelectField
          label={t("obligee")}
          options={obligees.map((party) => ({ value: party.id, label: party.name }))}
          value={obligeePartyId}
          onChange={(event) => setObligee(event.currentTarget.value)}
        />
        {obligee ? <SpeakerField party={obligee} speakers={speakers} /> : null}
        <Debtor
          parties={obligors}
          value={partyId}
          onChange={(id) => {
            setParty(id);
            if (isPay) setYuan(yuanOfFen(openOf(id)));
          }}
        />
        {isPay ? <MoneyField label={t("amount")} value={yuan} onChange={setYuan} /> : null}
        <SegmentField
          label={t("means")}
          segments={signatureMeans.map((one) => ({ value: one, label: meansWords(one) }))}
          value={means}
          onChange={setMeans}
        />
        <DateTimeField part="date" label={t("on")} value={on} onChange={setOn} maxDay={page.today} />
        <TextField
          label={t("note")}
          maxLength={waivePerformanceLimits.proofNote}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Stack>
    </ActDialog>
  );
}

const those = (page: PerformancePage, ids: readonly string[]) => page.parties.filter((party) => ids.includes(party.id));

interface DebtorProps {
  parties: PerformancePage["parties"];
  value: string;
  onChange: (partyId: string) => void;
}

/** Whose debt is given up, where several owe it. */
function Debtor({ parties, value, onChange }: DebtorProps) {
  const t = useTranslations("performance.waive");
  if (parties.length < 2) return null;
  return (
    <SelectField
      label={t("obligor")}
      options={parties.map((party) => ({ value: party.id, label: party.name }))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
