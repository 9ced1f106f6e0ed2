"use client";
import { DateInput } from "@mantine/dates";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
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
  const { field, height } = useErrorBelow(error);
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
        popoverProps={{ transitionProps: { duration: 0 }, withinPortal: false, offset: 8 + height }}
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

/** How high the sentence under the field is, which says what is wrong: the calendar opens below it. */
function useErrorBelow(error: DayInputProps["error"]) {
  const field = useRef<HTMLInputElement>(null);
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const said = error ? field.current?.closest(`.${styles.root}`)?.lastElementChild : null;
    setHeight(said?.getBoundingClientRect().height ?? 0);
  }, [error]);
  return { field, height };
}
