"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { TextField } from "@/app/_ui/fields/text-field";
import { addCalendarLimits } from "@/app/_ui/limits/availability";
import styles from "./availability.module.css";

/** Connects a calendar kept elsewhere by its address. */
export function CalendarForm() {
  const t = useTranslations("availability.calendars");
  const trpc = useTRPC();
  const [address, setAddress] = useState("");
  const [label, setLabel] = useState("");
  const [isAsked, setAsked] = useState(false);
  const add = useAct(trpc.availability.addCalendar.mutationOptions(), {
    onDone: () => {
      setAddress("");
      setLabel("");
    },
  });
  return (
    <form
      method="dialog"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(!address.trim());
        if (address.trim() && !add.isBusy) void add.run({ address, label });
      }}
    >
      <TextField
        label={t("address")}
        hint={t("addressHint")}
        inputMode="url"
        autoComplete="off"
        placeholder="https://"
        error={isAsked && !address.trim() ? t("addressNeeded") : undefined}
        maxLength={addCalendarLimits.address}
        value={address}
        onChange={(event) => {
          add.reset();
          setAddress(event.currentTarget.value);
        }}
      />
      <TextField
        label={t("label")}
        maxLength={addCalendarLimits.label}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      {add.problem ? <ProblemNote problem={add.problem} /> : null}
      <Button type="submit" busy={add.isBusy}>
        {t("add")}
      </Button>
    </form>
  );
}
