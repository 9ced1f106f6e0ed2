"use client";
import { IconRefresh } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SummaryForm } from "@/app/_board/summary-form";
import { Risk } from "@/app/_status/risk";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/actions/button";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Columns } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type SessionMode, sessionModes } from "@/db/vocabulary";
import { CheckBanner } from "./check-banner";
import { asChosen, type Choice, choiceOf, type Plan, withNextPart, withParty, withPerson } from "./choice";
import styles from "./convene.module.css";
import { ConveneFoot } from "./convene-foot";
import { NothingFits } from "./nothing-fits";
import { SlotMatrix } from "./slot-matrix";
import { StillWaiting } from "./still-waiting";
import { WhyPanel } from "./why-panel";

const lengths = [30, 60, 90, 120, 180] as const;
const windows = [7, 14, 21, 30, 60] as const;

/** The whole page of convening: whom, when, where; the plan is computed again after every tick. */
export function ConveneView({ disputeId, first }: { disputeId: string; first: Plan }) {
  const t = useTranslations("convene");
  const trpc = useTRPC();
  const [choice, setChoice] = useState<Choice | null>(null);
  const [minutes, setMinutes] = useState(first.minutes);
  const [mode, setMode] = useState<SessionMode>(first.mode);
  const [days, setDays] = useState<number | null>(null);
  const [slotKey, setSlotKey] = useState<string | null>(null);
  const isFirst = choice === null && minutes === first.minutes && mode === first.mode && days === null;
  const query = useQuery(
    trpc.convening.plan.queryOptions(
      { disputeId, minutes, mode, days, choice },
      { placeholderData: keepPreviousData, ...(isFirst ? { initialData: first } : {}) },
    ),
  );
  const plan = query.data ?? first;
  const isStale = query.isPlaceholderData || query.isFetching;
  const keyOf = (slot: Plan["slots"][number]) => `${slot.startsAt} ${slot.room.id}`;
  const chosen = Math.max(
    0,
    plan.slots.findIndex((slot) => keyOf(slot) === slotKey),
  );
  const slot = plan.slots[chosen];
  const change = (next: Choice) => setChoice(next);
  // A tick made while the plan is still being computed is added to the one before it.
  const current = choice ?? choiceOf(plan);

  return (
    <>
      <PageHead
        back={{ href: `/disputes/${disputeId}`, label: t("back") }}
        title={t("title")}
        note={
          <span className={styles.headNote}>
            {plan.title} <PlanRisk plan={plan} />
          </span>
        }
        end={
          <div className={styles.controls}>
            <LengthAndWindow {...{ minutes, setMinutes, setDays }} days={plan.days} />
            <SegmentField<SessionMode>
              label={<span className="sr-only">{t("mode")}</span>}
              segments={sessionModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
              value={mode}
              onChange={setMode}
            />
            <Button busy={query.isFetching} icon={<IconRefresh aria-hidden />} onClick={() => void query.refetch()}>
              {t("again")}
            </Button>
          </div>
        }
      />
      <CheckBanner disputeId={disputeId} plan={plan} />
      <UnwrittenSummary disputeId={disputeId} version={plan.unwrittenSummary} onDone={() => void query.refetch()} />
      <StillWaiting disputeId={disputeId} plan={plan} />
      {plan.fits ? null : <NothingFits disputeId={disputeId} plan={plan} onRelax={change} onLookFurther={setDays} />}
      <Columns shape="task" right={<WhyPanel disputeId={disputeId} plan={plan} onRelax={change} />}>
        <SlotMatrix
          disputeId={disputeId}
          plan={query.isPlaceholderData ? asChosen(plan, current) : plan}
          chosen={chosen}
          onChoose={(column) => setSlotKey(plan.slots[column] ? keyOf(plan.slots[column]) : null)}
          onToggleParty={(id) => change(withParty(current, id))}
          onTogglePerson={(id) => change(withPerson(current, id))}
          onPart={(attendee) => change(withNextPart(current, plan, attendee))}
          isStale={isStale}
        />
      </Columns>
      <ConveneFoot
        disputeId={disputeId}
        plan={plan}
        slot={slot}
        isStale={query.isPlaceholderData}
        onRefused={() => void query.refetch()}
      />
    </>
  );
}

/** Nobody is asked before it is written: it is written here. */
function UnwrittenSummary(props: { disputeId: string; version: number | null; onDone: () => void }) {
  const { version, ...rest } = props;
  if (version === null) return null;
  return (
    <Sheet>
      <SummaryForm {...rest} version={version} />
    </Sheet>
  );
}

interface LengthAndWindowProps {
  minutes: number;
  setMinutes: (minutes: number) => void;
  days: number;
  setDays: (days: number) => void;
}

function LengthAndWindow({ minutes, setMinutes, days, setDays }: LengthAndWindowProps) {
  const t = useTranslations("convene");
  const f = useFormat();
  return (
    <>
      <SelectField
        label={<span className="sr-only">{t("length")}</span>}
        options={lengths.map((value) => ({ value: String(value), label: f.minutes(value) }))}
        value={String(minutes)}
        onChange={(event) => setMinutes(Number(event.currentTarget.value))}
      />
      <SelectField
        label={<span className="sr-only">{t("window")}</span>}
        options={[...new Set([...windows, days])]
          .sort((a, b) => a - b)
          .map((value) => ({ value: String(value), label: t("within", { days: value }) }))}
        value={String(days)}
        onChange={(event) => setDays(Number(event.currentTarget.value))}
      />
    </>
  );
}

function PlanRisk({ plan }: { plan: Plan }) {
  const office = useTranslations("ui.risk.owner");
  const disputes = useTranslations("disputes");
  return (
    <Risk
      level={plan.risk}
      owner={
        plan.risk === "red" && plan.head ? disputes("headNamed", { office: office("red"), name: plan.head }) : undefined
      }
    />
  );
}
