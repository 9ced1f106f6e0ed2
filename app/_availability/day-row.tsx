"use client";
import { IconChevronDown } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/app/_ui/actions/button";
import styles from "./availability.module.css";
import type { SpanFields as Fields } from "./span-fields";
import {
  copiedToWorkdays,
  type DraftSpan,
  nextSpan,
  spanFault,
  times,
  type WeekDraft,
  type Weekday,
} from "./week-draft";

interface DayRowProps {
  /** 1 = Monday … 7 = Sunday. */
  day: Weekday;
  draft: WeekDraft;
  /** True while no day of the week has been filled in. */
  isWeekEmpty: boolean;
  isOpen: boolean;
  /** What an opened day is edited with; null until it has come. */
  SpanFields: typeof Fields | null;
  onNear: () => void;
  onToggle: () => void;
  onChange: (draft: WeekDraft) => void;
}

const share = (time: string) => (times.indexOf(time) / (times.length - 1)) * 100;

/** One weekday: its hours in words and as a bar from 6 to 24; when opened, its spans with start, end and preference. */
export function DayRow({ day, draft, isWeekEmpty, isOpen, SpanFields, onNear, onToggle, onChange }: DayRowProps) {
  const t = useTranslations("availability.week");
  const id = useId();
  const spans = draft[day] ?? [];
  const set = (next: readonly DraftSpan[]) => onChange({ ...draft, [day]: next });
  const ordered = [...spans].sort((a, b) => a.from.localeCompare(b.from));
  const words = ordered
    .map((span) => `${span.from}–${span.until}${span.mood === "reluctant" ? ` ${t("reluctant")}` : ""}`)
    .join(t("gap"));
  return (
    <li className={styles.day} data-open={isOpen || undefined}>
      <button
        type="button"
        className={styles.dayHead}
        aria-expanded={isOpen}
        aria-controls={id}
        onPointerEnter={onNear}
        onFocus={onNear}
        onClick={onToggle}
      >
        <b>{t(`days.${day}`)}</b>
        <span className={styles.dayWords}>{words || (isWeekEmpty ? t("notTold") : t("away"))}</span>
        <IconChevronDown aria-hidden />
        <span className={styles.bar} aria-hidden="true">
          {ordered.map((span) => (
            <i
              key={`${span.from}${span.until}`}
              data-mood={span.mood}
              style={{
                left: `${share(span.from)}%`,
                width: `${Math.max(share(span.until) - share(span.from), 0)}%`,
              }}
            />
          ))}
        </span>
      </button>
      <div id={id} className={styles.dayBody} hidden={!isOpen}>
        {SpanFields
          ? spans.map((span, i) => (
              <SpanFields
                // Spans have no identity of their own and are only ever added at the end.
                // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
                key={i}
                day={t(`days.${day}`)}
                span={span}
                fault={spanFault(spans, i)}
                onChange={(next) => set(spans.map((one, j) => (i === j ? next : one)))}
                onRemove={() => set(spans.filter((_, j) => i !== j))}
              />
            ))
          : null}
        <div className={styles.dayTools}>
          <Button small onClick={() => set([...spans, nextSpan(spans)])}>
            {t("add")}
          </Button>
          {spans.length > 0 ? (
            <>
              <Button small onClick={() => onChange(copiedToWorkdays(draft, day))}>
                {t("copy")}
              </Button>
              <Button small onClick={() => set([])}>
                {t("clearDay")}
              </Button>
            </>
          ) : null}
        </div>
      </div>
    </li>
  );
}
