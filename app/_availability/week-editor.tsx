"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { useFirstUse } from "@/app/_ui/actions/use-first-use";
import { useLater } from "@/app/_ui/actions/use-later";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useSeen } from "@/app/_ui/fields/use-seen";
import { FootBar } from "@/app/_ui/layout/foot-bar";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { joinTouching, type WeekSpan } from "@/server/availability/choices";
import styles from "./availability.module.css";
import { DayRow } from "./day-row";
import { draftOf, isSound, officeWeek, type WeekDraft, weekdays, weekOf } from "./week-draft";

const loadNewer = () => import("@/app/_ui/feedback/newer-values");
const loadFields = () => import("./span-fields").then(({ SpanFields }) => SpanFields);

/** The usual week, one row a day; nothing is sent before the save button at the foot is pressed. */
export function WeekEditor({ week }: { week: readonly WeekSpan[] }) {
  const t = useTranslations("availability.week");
  const trpc = useTRPC();
  const savedWeek = JSON.stringify(weekOf(draftOf(week)));
  const [draft, setDraft] = useState<WeekDraft>(() => draftOf(week));
  const seen = useSeen({ version: week, values: week });
  const [open, setOpen] = useState<number | null>(null);
  const fields = useFirstUse(loadFields);
  const newer = useLater(loadNewer, seen.newer !== null).part;
  const save = useAct(trpc.availability.setWeek.mutationOptions(), {
    onDone: () => {
      const now = joinTouching(spans);
      seen.saved(now, now);
      setOpen(null);
      showToast({ message: t("saved") });
    },
  });
  const spans = weekOf(draft);
  const isChanged = JSON.stringify(spans) !== savedWeek;
  const dayWords = (one: readonly WeekSpan[]) =>
    weekdays.map((day) => ({
      label: t(`days.${day}`),
      value: one
        .filter(({ weekday }) => weekday === day)
        .map((span) => `${span.from}–${span.until}${span.mood === "reluctant" ? ` ${t("reluctant")}` : ""}`)
        .join(t("gap")),
    }));
  const isEmpty = spans.length === 0;
  return (
    <section className={styles.part} aria-labelledby="week">
      <SectionHead id="week" title={t("title")} note={isEmpty ? t("untold") : t("hint")} />
      {newer ? (
        <newer.NewerValues seen={seen} words={dayWords} onTake={(one: readonly WeekSpan[]) => setDraft(draftOf(one))} />
      ) : null}
      <Sheet flush>
        <ul className={styles.days}>
          {weekdays.map((day) => (
            <DayRow
              key={day}
              day={day}
              draft={draft}
              isWeekEmpty={isEmpty}
              isOpen={open === day}
              SpanFields={fields.part}
              onNear={fields.prepare}
              onToggle={() => {
                fields.use();
                setOpen((now) => (now === day ? null : day));
              }}
              onChange={setDraft}
            />
          ))}
        </ul>
        {fields.hasFailed ? <LaterFailed /> : null}
        <WeekTools isEmpty={isEmpty} onChange={setDraft} />
      </Sheet>
      {isChanged ? (
        <FootBar
          note={isSound(draft) ? t("unsaved") : t("unsound")}
          problem={save.problem ? <ProblemNote problem={save.problem} code={save.problem.reference} /> : null}
        >
          <Button onClick={() => setDraft(draftOf(week))}>{t("discard")}</Button>
          <Button
            variant="go"
            busy={save.isBusy}
            disabled={!isSound(draft)}
            onClick={() => save.run({ week: weekOf(draft), weekSeen: [...seen.version] })}
          >
            {t("save")}
          </Button>
        </FootBar>
      ) : null}
    </section>
  );
}

/** Fills or empties the whole week; beside it what the two patterns mean. */
function WeekTools({ isEmpty, onChange }: { isEmpty: boolean; onChange: (week: WeekDraft) => void }) {
  const t = useTranslations("availability.week");
  return (
    <div className={styles.tools}>
      <Button small onClick={() => onChange(officeWeek)}>
        {t("office")}
      </Button>
      {isEmpty ? null : (
        <Button small onClick={() => onChange(draftOf([]))}>
          {t("clear")}
        </Button>
      )}
      <span className={styles.key}>
        <i data-mood="free" aria-hidden="true" /> {t("free")} <i data-mood="reluctant" aria-hidden="true" />{" "}
        {t("reluctant")}
      </span>
    </div>
  );
}
