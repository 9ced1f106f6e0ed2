"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { showToast } from "@/app/_ui/feedback/toasts";
import { DayInput } from "@/app/_ui/fields/day-input";
import { TextField } from "@/app/_ui/fields/text-field";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { setDaysLimits } from "@/app/_ui/limits/settings";
import type { YearOfDays } from "@/server/settings/reads/years";
import { type DaySpan, daysOf, spansOf } from "./day-spans";
import styles from "./year-button.module.css";

/** Opens the dialog in which a year's days off and make-up days are entered as a whole. */
export function YearButton({ year }: { year: YearOfDays }) {
  const t = useTranslations("settings");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {t("years.edit", { year: String(year.year) })}
      </Button>
      {isOpen ? <YearDialog year={year} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function YearDialog({ year: { year, free, worked, entry }, onClose }: { year: YearOfDays; onClose: () => void }) {
  const t = useTranslations("settings");
  const [notice, setNotice] = useState(entry?.notice ?? "");
  const [off, setOff] = useState<DaySpan[]>(() => spansOf(free));
  const [madeUp, setMadeUp] = useState<DaySpan[]>(() => worked.map((day) => ({ from: day, until: day })));
  const act = useAct(useTRPC().settings.setDays.mutationOptions(), {
    onDone: ({ changed, moved }) => {
      showToast({ message: moved > 0 ? t("days.moved", { changed, count: moved }) : t("days.done", { changed }) });
      onClose();
    },
  });
  return (
    <ActDialog
      title={t("days.title", { year: String(year) })}
      verb={t("days.verb")}
      leave={t("days.leave")}
      act={act}
      gap={12}
      refusal="last"
      needs={[[t("days.notice"), notice.trim() !== ""]]}
      onGo={() =>
        void act.run({ year, notice, free: daysOf(off), worked: daysOf(madeUp), entrySeen: entry?.id ?? null })
      }
      onClose={onClose}
    >
      <p>{t("days.intro")}</p>
      <TextField
        label={t("days.notice")}
        value={notice}
        maxLength={setDaysLimits.notice}
        onChange={(event) => setNotice(event.currentTarget.value)}
      />
      <SpanList legend={t("days.free")} year={year} spans={off} onChange={setOff} />
      <SpanList legend={t("days.worked")} year={year} spans={madeUp} onChange={setMadeUp} isSingle />
    </ActDialog>
  );
}

interface SpanListProps {
  legend: string;
  year: number;
  spans: readonly DaySpan[];
  onChange: (spans: DaySpan[]) => void;
  /** Each line is one day. */
  isSingle?: boolean;
}

function SpanList({ legend, year, spans, onChange, isSingle = false }: SpanListProps) {
  const t = useTranslations("settings");
  const within = { minDay: `${year}-01-01`, maxDay: `${year}-12-31` };
  const set = (at: number, next: DaySpan) => onChange(spans.map((span, n) => (n === at ? next : span)));
  return (
    <fieldset>
      <legend>{legend}</legend>
      <Stack gap={8}>
        {spans.map((span, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name, and its fields hold no state of their own
          <div key={n} className={styles.span}>
            <DayInput
              ariaLabel={`${legend} ${n + 1} ${isSingle ? t("days.day") : t("days.from")}`}
              value={span.from}
              {...within}
              onChange={(day) => set(n, { from: day, until: isSingle || span.until < day ? day : span.until })}
            />
            {isSingle ? null : (
              <>
                <span aria-hidden>{t("days.until")}</span>
                <DayInput
                  ariaLabel={`${legend} ${n + 1} ${t("days.until")}`}
                  value={span.until}
                  {...within}
                  minDay={span.from || within.minDay}
                  onChange={(day) => set(n, { ...span, until: day })}
                />
              </>
            )}
            <Button
              small
              variant="text"
              aria-label={`${t("days.remove")} ${legend} ${n + 1}`}
              onClick={() => onChange(spans.filter((_, at) => at !== n))}
            >
              {t("days.remove")}
            </Button>
          </div>
        ))}
        <Line>
          <Button small onClick={() => onChange([...spans, { from: "", until: "" }])}>
            {t(isSingle ? "days.addDay" : "days.add")}
          </Button>
        </Line>
      </Stack>
    </fieldset>
  );
}
