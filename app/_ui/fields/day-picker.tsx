"use client";
import { DateInput } from "@mantine/dates";
import { useLocale, useTranslations } from "next-intl";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import "dayjs/locale/zh-cn";
import { formatDate } from "../format/format";
import { Kit } from "../theme/kit";
import type { DayInputProps } from "./day-input-props";
import styles from "./field.module.css";
import { fieldLook } from "./field-look";
import { readTypedDay } from "./typed-moment";

/** DayInput with its calendar, which opens when the focus comes into the field. */
export function DayPicker({
  label,
  hint,
  error,
  ariaLabel,
  isWrong,
  value,
  onChange,
  minDay,
  maxDay,
  disabled,
}: DayInputProps) {
  const t = useTranslations("ui.field");
  const locale = useLocale();
  const now = new Date();
  const look = fieldLook({ label, hint, error });
  const { field, room } = useWordsAround();
  return (
    <Kit>
      <DateInput
        {...look}
        classNames={{ ...look.classNames, day: styles.day }}
        {...(isWrong ? { error: true } : {})}
        aria-label={ariaLabel}
        ref={field}
        data-day
        locale={locale === "en" ? "en" : "zh-cn"}
        value={value || null}
        onChange={(day) => onChange(day ?? "")}
        valueFormat={(day) => formatDate(day, { locale, now })}
        dateParser={(typed) => readTypedDay(typed, now)}
        minDate={minDay}
        maxDate={maxDay}
        disabled={disabled}
        allowDeselect
        hideOutsideDates
        firstDayOfWeek={1}
        monthLabelFormat={locale === "en" ? "MMMM YYYY" : "YYYY年M月"}
        getDayAriaLabel={(day) => formatDate(day, { locale, now })}
        autoComplete="off"
        popoverProps={{
          transitionProps: { duration: 0 },
          withinPortal: false,
          offset: 8 + room.below,
          classNames: { dropdown: styles.calendar },
          styles: { dropdown: { "--lift": `${room.below - room.above}px` } as CSSProperties },
        }}
        ariaLabels={{
          nextMonth: t("nextMonth"),
          previousMonth: t("previousMonth"),
          nextYear: t("nextYear"),
          previousYear: t("previousYear"),
          nextDecade: t("nextDecade"),
          previousDecade: t("previousDecade"),
        }}
      />
    </Kit>
  );
}

/**
 * How much room the words of the field take under it, a hint or what is wrong, and over it: the calendar opens beside them.
 * The words of a day with its time are those of both.
 */
function useWordsAround() {
  const field = useRef<HTMLInputElement>(null);
  const [room, setRoom] = useState({ above: 0, below: 0 });
  // After each drawing, since any of them may change the words.
  useEffect(() => {
    const own = field.current?.closest(`.${styles.root}`);
    const whole = own?.parentElement?.closest(`.${styles.root}`) ?? own;
    if (!field.current || !whole) return;
    const inner = field.current.getBoundingClientRect();
    const outer = whole.getBoundingClientRect();
    const above = inner.top - outer.top;
    const below = outer.bottom - inner.bottom;
    setRoom((before) => (before.above === above && before.below === below ? before : { above, below }));
  });
  return { field, room };
}
