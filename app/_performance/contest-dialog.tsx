"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { needsOf } from "@/app/_ui/dialogs/use-missing";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { MoneyField } from "@/app/_ui/fields/money-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { fenOfYuan, yuanOfFen } from "@/app/_ui/format/fen";
import { Stack } from "@/app/_ui/layout/columns";
import { contestPerformanceLimits } from "@/app/_ui/limits/performance";
import type { ObligationLedger, PerformancePage, PerformanceProof } from "@/server/performance/reads/ledger";

interface ContestDialogProps {
  page: PerformancePage;
  obligation: ObligationLedger;
  /** The entry that is denied; left out where somebody claims what no entry says. */
  entry?: PerformanceProof;
  onClose: () => void;
}

/** Writes down who denies an entry, or claims to have done what no entry says. */
export function ContestDialog({ page, obligation, entry, onClose }: ContestDialogProps) {
  const t = useTranslations("performance.contest");
  const act = useAct(useTRPC().performance.contest.mutationOptions(), { onDone: onClose });
  const isPay = obligation.amountFen !== null;
  const speakers = speakersOf(page, obligation, entry);
  const openFen = entry ? (entry.amountFen ?? 0) : obligation.openFen;
  const [saidBy, setSaidBy] = useState(speakers.length === 1 ? (speakers[0]?.id ?? "") : "");
  const [yuan, setYuan] = useState(isPay && openFen > 0 ? yuanOfFen(openFen) : "");
  const [on, setOn] = useState(page.today);
  const [reason, setReason] = useState("");
  const amountFen = isPay ? fenOfYuan(yuan) : null;
  const amount = t(entry ? "amountDenied" : "amountClaimed");
  return (
    <ActDialog
      title={entry ? t("deniedTitle") : t("claimedTitle", { n: obligation.ordinal })}
      verb={t("verb")}
      act={act}
      needs={[
        ...needsOf(t, { who: saidBy !== "" }),
        [amount, !isPay || Boolean(amountFen)],
        ...needsOf(t, { reason: reason.trim().length > 1, on: on !== "" }),
      ]}
      onGo={() =>
        act.run({
          ...{ disputeId: page.disputeId, proceedingId: page.proceeding?.id, obligationId: obligation.id },
          partyId: entry?.partyId ?? accountOf(page, obligation, saidBy),
          entryId: entry?.id ?? null,
          ...{ saidByPartyId: saidBy, amountFen, saidOn: on, reason },
        })
      }
      onClose={onClose}
    >
      <Stack>
        <p>{t(entry ? "deniedWhat" : "claimedWhat")}</p>
        <SelectField
          label={t("who")}
          placeholder={t("choose")}
          options={speakers.map(({ id, name }) => ({ value: id, label: name }))}
          value={saidBy}
          onChange={(event) => setSaidBy(event.currentTarget.value)}
        />
        {isPay ? <MoneyField label={amount} value={yuan} onChange={setYuan} /> : null}
        <TextArea
          label={t("reason")}
          minRows={2}
          maxLength={contestPerformanceLimits.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DateTimeField part="date" label={t("on")} value={on} onChange={setOn} maxDay={page.today} />
      </Stack>
    </ActDialog>
  );
}

/** Who may say so: whoever is owed, or where nobody is by name everybody but whoever did it; of a claim, whoever owes. */
function speakersOf(page: PerformancePage, obligation: ObligationLedger, entry?: PerformanceProof) {
  const { obligorPartyIds, obligeePartyIds } = obligation;
  if (!entry) return inStead(page, obligorPartyIds);
  if (obligeePartyIds.length > 0) return inStead(page, obligeePartyIds);
  return page.parties.filter(({ id }) => id !== entry.partyId);
}

/** These parties, and whoever stands in their place. */
const inStead = (page: PerformancePage, ids: readonly string[]) =>
  page.parties.filter(({ id, standsFor }) => ids.includes(id) || standsFor.some((other) => ids.includes(other)));

/** On whose account somebody's claim stands: their own, or that of whoever they stand for. */
function accountOf(page: PerformancePage, { obligorPartyIds }: ObligationLedger, saidBy: string): string {
  if (obligorPartyIds.includes(saidBy)) return saidBy;
  const { standsFor = [] } = page.parties.find(({ id }) => id === saidBy) ?? {};
  return standsFor.find((id) => obligorPartyIds.includes(id)) ?? saidBy;
}
