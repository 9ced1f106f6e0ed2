"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import { CheckField } from "@/app/_ui/fields/check-field";
import { TimeInput } from "@/app/_ui/fields/time-input";
import type { RoomHours } from "@/server/places/inputs";
import styles from "./admin.module.css";
import { everyDay } from "./week";

interface HoursFieldProps {
  hours: RoomHours;
  onChange: (hours: RoomHours) => void;
  isWrong?: boolean;
}

/** A week of opening hours: tick the days, type the times. */
export function HoursField({ hours, onChange, isWrong }: HoursFieldProps) {
  const t = useTranslations("admin.place");
  const weekday = (day: number) => t(`weekdays.${String(day) as "1"}`);
  const of = (day: number) => hours.find((one) => one.weekday === day);
  const put = (day: number, next: { opensAt: string; closesAt: string } | null) => {
    const others = hours.filter((one) => one.weekday !== day);
    onChange(next ? [...others, { weekday: day, ...next }].sort((a, b) => a.weekday - b.weekday) : others);
  };
  const monday = of(1);
  return (
    <fieldset className={styles.hours}>
      <legend>{t("hours")}</legend>
      {everyDay.map((day) => {
        const open = of(day);
        return (
          <div key={day} className={styles.day}>
            <CheckField
              label={weekday(day)}
              checked={open !== undefined}
              onChange={(event) =>
                put(
                  day,
                  event.currentTarget.checked
                    ? { opensAt: monday?.opensAt ?? "08:30", closesAt: monday?.closesAt ?? "17:30" }
                    : null,
                )
              }
            />
            {open ? (
              <>
                <TimeInput
                  ariaLabel={t("opens", { day: weekday(day) })}
                  isWrong={isWrong && open.opensAt >= open.closesAt}
                  value={open.opensAt}
                  onChange={(opensAt) => put(day, { ...open, opensAt })}
                />
                <span aria-hidden="true">–</span>
                <TimeInput
                  ariaLabel={t("closes", { day: weekday(day) })}
                  isWrong={isWrong && open.opensAt >= open.closesAt}
                  value={open.closesAt}
                  onChange={(closesAt) => put(day, { ...open, closesAt })}
                />
              </>
            ) : null}
          </div>
        );
      })}
      {monday ? (
        <Button
          small
          variant="text"
          onClick={() => onChange(hours.map((day) => ({ ...monday, weekday: day.weekday })))}
        >
          {t("copyDown")}
        </Button>
      ) : null}
      {isWrong ? (
        <span className={styles.wrong} role="alert">
          {t("hoursWrong")}
        </span>
      ) : (
        <span className={styles.hint}>{t("hoursHint")}</span>
      )}
    </fieldset>
  );
}
