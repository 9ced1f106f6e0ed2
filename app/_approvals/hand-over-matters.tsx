"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { type ShownProblem, useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Link } from "@/app/_ui/actions/link";
import { Empty } from "@/app/_ui/feedback/empty";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { setLeadLimits } from "@/app/_ui/fields/text-limits";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import type { MatterOf } from "@/server/handovers/reads/matters-of";
import type { LeadHere } from "@/server/handovers/reads/transfers";
import { OpenWorkList } from "./open-work-list";

/** Everything one person leads goes to another, one matter after the other; what is refused stays here with its reason. */
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
  const act = useAct(trpc.handovers.setLead.mutationOptions());
  const name = leads.find(({ id }) => id === personId)?.name ?? "";
  const options = leads.map((one) => ({ value: one.id, label: `${one.name} · ${one.post}` }));
  const handOver = async () => {
    for (const { disputeId, proceedingId } of matters.data ?? [])
      if (!(await act.run({ disputeId, proceedingId, leadSeen: personId, leadPersonId: toId, leadUnit: "", reason })))
        break;
  };
  return (
    <Sheet>
      <Stack>
        <SelectField
          label={t("who")}
          placeholder={t("choose")}
          options={options}
          value={personId}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {matters.data?.length === 0 ? <Empty>{t("none", { name })}</Empty> : null}
        {matters.data && matters.data.length > 0 ? <Matters matters={matters.data} problem={act.problem} /> : null}
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
              <Line>
                <Button
                  variant="go"
                  busy={act.isBusy}
                  disabled={toId === "" || toId === personId || reason.trim().length < 2}
                  onClick={() => void handOver()}
                >
                  {t("verb")}
                </Button>
              </Line>
            ) : null}
          </>
        ) : null}
        {work.data ? (
          <OpenWorkList
            personId={personId}
            to={leads.find(({ id }) => id === toId) ?? null}
            reason={reason}
            work={work.data}
          />
        ) : null}
      </Stack>
    </Sheet>
  );
}

/** What is still to be handed over; the first of them is the one that was refused, if any. */
function Matters({ matters, problem }: { matters: readonly MatterOf[]; problem: ShownProblem | null }) {
  const t = useTranslations("approvals.handOver");
  const words = useTranslations("vocabulary");
  const f = useFormat();
  return (
    <>
      {problem ? <ProblemNote problem={problem} code={problem.reference} /> : null}
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
    </>
  );
}
