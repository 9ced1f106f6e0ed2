"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import type { Need } from "@/app/_ui/dialogs/use-missing";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { useFormat } from "@/app/_ui/format/use-format";
import { planTownHallLimits } from "@/app/_ui/limits/town-halls";
import type { TownHallChoices } from "@/server/town-halls/queries";
import { PlannedDates } from "./planned-dates";
import { blankSeries, lengths, type SeriesDraft, seriesOf, weekdays } from "./series-draft";
import styles from "./town-halls.module.css";

/** Plans a weekly series; its dates are shown with their conflicts before they are booked. */
export function PlanForm({ choices, me }: { choices: TownHallChoices; me: string }) {
  const t = useTranslations("townHalls.plan");
  const trpc = useTRPC();
  const today = toWallClock(new Date()).slice(0, 10);
  const blank = blankSeries(today, choices.rooms[0]?.id ?? "", choices.chairs.some(({ id }) => id === me) ? me : "");
  const [draft, setDraft] = useState<SeriesDraft>(blank);
  const [isTried, setTried] = useState(false);
  const act = useTranslations("ui.act");
  const series = seriesOf(draft);
  const dates = useQuery({
    ...trpc.townHalls.plannedDates.queryOptions(series ?? seriesOf({ ...blank, untilDay: today }) ?? ({} as never)),
    enabled: series !== null,
  });
  const plan = useAct(trpc.townHalls.plan.mutationOptions(), {
    onDone: () => {
      setDraft({ ...blank, title: "" });
      setTried(false);
    },
  });
  function change(next: Partial<SeriesDraft>) {
    plan.reset();
    setDraft((now) => ({ ...now, ...next }));
  }
  const free = dates.data?.filter(({ leftOut }) => !leftOut).length ?? 0;
  const needs: Need[] = [
    [t("name"), draft.title.trim() !== ""],
    [t("time"), draft.time !== ""],
    [t("room"), draft.roomId !== ""],
    [t("chair"), draft.chairId !== ""],
    // No day is free, or the last one is before the first: it stands above.
    ["", free > 0],
  ];
  return (
    <form
      method="dialog"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
      }}
    >
      <TextField
        label={t("name")}
        placeholder={t("namePlaceholder")}
        maxLength={planTownHallLimits.title}
        // Enter sends from here, and what the button says is far below on a phone.
        error={isTried && draft.title.trim() === "" ? act("missing", { label: t("name") }) : undefined}
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Hours draft={draft} onChange={change} />
      <SelectField
        label={t("room")}
        options={choices.rooms.map(({ id, name, point }) => ({ value: id, label: `${point} ${name}` }))}
        value={draft.roomId}
        onChange={(event) => change({ roomId: event.currentTarget.value })}
      />
      <SelectField
        label={t("chair")}
        placeholder={t("chairPlaceholder")}
        options={choices.chairs.map(({ id, name, post }) => ({ value: id, label: `${name} · ${post}` }))}
        value={draft.chairId}
        onChange={(event) => change({ chairId: event.currentTarget.value })}
      />
      <FromUntil today={today} draft={draft} onChange={change} />
      {dates.data && series ? <PlannedDates dates={dates.data} /> : <p className={styles.faint}>{t("datesHint")}</p>}
      {dates.error && series ? <p className={styles.warn}>{t("noDates")}</p> : null}
      {plan.problem ? <ProblemNote problem={plan.problem} /> : null}
      <NeedsButton
        isSubmit
        needs={needs}
        isBusy={plan.isBusy}
        onGo={() => void (series && plan.run({ ...series, title: draft.title }))}
      >
        {free > 0 ? t("submit", { count: free }) : t("submitNone")}
      </NeedsButton>
    </form>
  );
}

interface HoursProps {
  draft: SeriesDraft;
  onChange: (next: Partial<SeriesDraft>) => void;
}

/** On which day of the week, at which time and how long. */
function Hours({ draft, onChange }: HoursProps) {
  const t = useTranslations("townHalls.plan");
  const f = useFormat();
  return (
    <div className={styles.three}>
      <SelectField
        label={t("weekday")}
        options={weekdays.map((day) => ({ value: String(day), label: t(`days.${day}`) }))}
        value={String(draft.weekday)}
        onChange={(event) => onChange({ weekday: Number(event.currentTarget.value) })}
      />
      <DateTimeField part="time" label={t("time")} value={draft.time} onChange={(time) => onChange({ time })} />
      <SelectField
        label={t("minutes")}
        options={lengths.map((minutes) => ({ value: String(minutes), label: f.minutes(minutes) }))}
        value={String(draft.minutes)}
        onChange={(event) => onChange({ minutes: Number(event.currentTarget.value) })}
      />
    </div>
  );
}

interface FromUntilProps {
  today: string;
  draft: SeriesDraft;
  onChange: (next: Partial<SeriesDraft>) => void;
}

function FromUntil({ today, draft, onChange }: FromUntilProps) {
  const t = useTranslations("townHalls.plan");
  return (
    <div className={styles.two}>
      <DateTimeField
        part="date"
        label={t("from")}
        minDay={today}
        value={draft.fromDay}
        onChange={(fromDay) => onChange({ fromDay })}
      />
      <DateTimeField
        part="date"
        label={t("until")}
        minDay={draft.fromDay || today}
        value={draft.untilDay}
        onChange={(untilDay) => onChange({ untilDay })}
      />
    </div>
  );
}
