"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Link } from "@/app/_ui/actions/link";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import { type Need, needsOf } from "@/app/_ui/dialogs/use-missing";
import { Empty } from "@/app/_ui/feedback/empty";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { Sheet } from "@/app/_ui/layout/sheet";
import { setLeadLimits } from "@/app/_ui/limits/handovers";
import { Facts } from "@/app/_ui/text/facts";
import { type NotFreeWay, notFreeWays } from "@/server/handovers/choices";
import type { MatterOf } from "@/server/handovers/reads/matters-of";
import type { LeadHere } from "@/server/handovers/reads/transfers";
import { HandedOverList } from "./handed-over-list";
import { OpenWorkList } from "./open-work-list";
import { useHandOver } from "./use-hand-over";

/** Everything one person leads goes to another; what is refused stays with its reason and does not stop the rest. */
export function HandOverMatters({
  leads: ownLeads,
  lawyers,
}: {
  leads: readonly LeadHere[];
  /** On the county's roster of lawyers: their shifts are handed over here too. */
  lawyers: readonly LeadHere[];
}) {
  const leads = [...ownLeads, ...lawyers];
  const t = useTranslations("approvals.handOver");
  const trpc = useTRPC();
  const [personId, choose] = useState("");
  const [toId, chooseTo] = useState("");
  const [reason, setReason] = useState("");
  const matters = useQuery({ ...trpc.handovers.mattersOf.queryOptions({ personId }), enabled: personId !== "" });
  const work = useQuery({ ...trpc.handovers.openWorkOf.queryOptions({ personId }), enabled: personId !== "" });
  const [whereNotFree, setWay] = useState<NotFreeWay>("ask");
  const giving = useHandOver();
  const name = leads.find(({ id }) => id === personId)?.name ?? "";
  const options = leads.map((one) => ({ value: one.id, label: `${one.name} · ${one.post}` }));
  const toName = leads.find(({ id }) => id === toId)?.name ?? "";
  const needs = needsOf(t, { to: toId !== "" && toId !== personId, reason: reason.trim().length >= 2 });
  const wish = { from: personId, to: toId, reason, whereNotFree };
  return (
    <Sheet>
      <Stack>
        <SelectField
          label={t("who")}
          placeholder={t("choose")}
          options={options}
          value={personId}
          onChange={(event) => {
            giving.clear();
            choose(event.currentTarget.value);
          }}
        />
        {matters.data?.length === 0 ? <Empty>{t("none", { name })}</Empty> : null}
        <HandedOverList result={giving.result} name={toName} />
        {matters.data && matters.data.length > 0 ? <Matters matters={matters.data} /> : null}
        {(matters.data?.length ?? 0) + (work.data?.length ?? 0) > 0 ? (
          <>
            <SelectField
              label={t("to")}
              placeholder={t("choose")}
              options={options.filter(({ value }) => value !== personId)}
              value={toId}
              onChange={(event) => chooseTo(event.currentTarget.value)}
            />
            <TextArea
              label={t("reason")}
              minRows={2}
              maxLength={setLeadLimits.reason}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            {matters.data && matters.data.length > 0 ? (
              <GiveMatters
                way={whereNotFree}
                onWay={setWay}
                isBusy={giving.isBusy}
                needs={needs}
                onGo={() => void giving.run(matters.data, wish)}
              />
            ) : null}
          </>
        ) : null}
        {work.data ? (
          <OpenWorkList
            personId={personId}
            to={leads.find(({ id }) => id === toId) ?? null}
            needs={needs}
            reason={reason}
            work={work.data}
          />
        ) : null}
      </Stack>
    </Sheet>
  );
}

interface GiveMattersProps {
  way: NotFreeWay;
  onWay: (way: NotFreeWay) => void;
  isBusy: boolean;
  needs: readonly Need[];
  onGo: () => void;
}

/** What becomes of sessions at which the new lead is not free, and the act. */
function GiveMatters({ way, onWay, isBusy, needs, onGo }: GiveMattersProps) {
  const t = useTranslations("approvals.handOver");
  return (
    <>
      <SelectField
        label={t("whereNotFree")}
        options={notFreeWays.map((value) => ({ value, label: t(`ways.${value}`) }))}
        value={way}
        onChange={(event) => onWay(notFreeWays.find((one) => one === event.currentTarget.value) ?? way)}
      />
      <NeedsButton needs={needs} isBusy={isBusy} onGo={onGo}>
        {t("verb")}
      </NeedsButton>
    </>
  );
}

/** What is still to be handed over. */
function Matters({ matters }: { matters: readonly MatterOf[] }) {
  const t = useTranslations("approvals.handOver");
  const words = useTranslations("vocabulary");
  const f = useFormat();
  return (
    <ul>
      {matters.map(({ disputeId, proceedingId, number, title, track, nextStep, nextDueAt, sessions }) => (
        <li key={proceedingId}>
          <Facts
            items={[
              <Link key="d" href={`/disputes/${disputeId}`}>
                {title}
              </Link>,
              number,
              words(`tracks.${track}`),
              nextStep && nextDueAt
                ? t("due", { step: words(`nextSteps.${nextStep}`), by: f.dateTime(nextDueAt) })
                : null,
              t("row", { count: sessions }),
            ]}
          />
        </li>
      ))}
    </ul>
  );
}
