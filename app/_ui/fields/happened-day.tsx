"use client";
import { useTranslations } from "next-intl";
import { Button } from "../actions/button";
import { DateTimeField } from "./date-time-field";
import styles from "./field.module.css";

interface HappenedDayProps {
  isShown?: boolean;
  /** What happened on that day. */
  label: string;
  /** 'YYYY-MM-DD'; nothing can have happened after it. */
  today: string;
  /** Null: today, which needs no field. */
  value: string | null;
  onChange: (day: string | null) => void;
}

/** For what is entered on the day it happened in most cases: one button, and a day's field for the others. */
export function HappenedDay({ isShown = true, label, today, value, onChange }: HappenedDayProps) {
  const t = useTranslations("ui.field");
  if (!isShown) return null;
  if (value === null)
    return (
      <div className={styles.today}>
        <span>{t("isToday", { label })}</span>
        <Button small onClick={() => onChange(today)}>
          {t("notToday")}
        </Button>
      </div>
    );
  return (
    <DateTimeField part="date" label={label} value={value} maxDay={today} onChange={(day) => onChange(day || null)} />
  );
}
