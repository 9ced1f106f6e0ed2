"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { earlierDay } from "@/app/_binding/speaker-options";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { needsOf } from "@/app/_ui/dialogs/use-missing";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { MoneyField } from "@/app/_ui/fields/money-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { fenOfYuan, yuanOfFen } from "@/app/_ui/format/fen";
import { Stack } from "@/app/_ui/layout/columns";
import { contestPerformanceLimits } from "@/app/_ui/limits/performance";
import { inPlaceOf } from "@/server/binding/choices";
import type { ObligationLedger, PerformancePage, PerformanceProof } from "@/server/performance/reads/ledger";
import { SaidByFields, useSaidBy } from "./said-by";

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
  const openFen = entry ? (entry.amountFen ?? 0) : obligation.openFen;
  const [yuan, setYuan] = useState(isPay && openFen > 0 ? yuanOfFen(openFen) : "");
  const [on, setOn] = useState(page.today);
  const then = earlierDay(on, page.today);
  const parties = partiesOf({ page, obligation, entry }, then);
  const said = useSaidBy({ page, parties, label: t("who"), purpose: "consent", on: then });
  const [reason, setReason] = useState("");
  const amountFen = isPay ? fenOfYuan(yuan) : null;
  const amount = t(entry ? "amountDenied" : "amountClaimed");
  return (
    <ActDialog
      title={entry ? t("deniedTitle") : t("claimedTitle", { n: obligation.ordinal })}
      verb={t("verb")}
      act={act}
      needs={[
        ...said.needs,
        [amount, !isPay || Boolean(amountFen)],
        ...needsOf(t, { reason: reason.trim().length > 1, on: on !== "" }),
      ]}
      onGo={() =>
        said.by &&
        act.run({
          ...{ disputeId: page.disputeId, proceedingId: page.proceeding?.id, obligationId: obligation.id },
          partyId: entry?.partyId ?? accountOf(page, obligation, said.by.partyId),
          entryId: entry?.id ?? null,
          ...{ saidBy: said.by, means: said.means, amountFen, saidOn: on, reason },
        })
      }
      onClose={onClose}
    >
      <Stack>
        <p>{t(entry ? "deniedWhat" : "claimedWhat")}</p>
        <SaidByFields said={said} />
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
function partiesOf({ page, obligation, entry }: Omit<ContestDialogProps, "onClose">, on: string | null) {
  const { obligorPartyIds, obligeePartyIds } = obligation;
  if (!entry) return inPlaceOf(page.parties, obligorPartyIds, on);
  if (obligeePartyIds.length > 0) return inPlaceOf(page.parties, obligeePartyIds, on);
  return page.parties.filter(({ id, isDeparted }) => id !== entry.partyId && !isDeparted);
}

/** On whose account somebody's claim stands: their own, or that of whoever they stand for. */
function accountOf(page: PerformancePage, { obligorPartyIds }: ObligationLedger, saidBy: string): string {
  if (obligorPartyIds.includes(saidBy)) return saidBy;
  const { standsFor = [] } = page.parties.find(({ id }) => id === saidBy) ?? {};
  return standsFor.find((id) => obligorPartyIds.includes(id)) ?? saidBy;
}
