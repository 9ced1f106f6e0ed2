"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { useFormat } from "@/app/_ui/format/use-format";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { DutyWeek as Week } from "@/server/consultations/reads/duty-week";
import styles from "./consultations.module.css";
import { shiftSpan } from "./shift-span";

type Shift = Week["shifts"][number];

interface DutyWeekProps {
  week: Week;
  today: string;
  now: string;
}

const dayOf = (at: string) => new Date(at).toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
const midnight = (day: string, after = 0) => new Date(Date.parse(`${day}T00:00+08:00`) + after * 86_400_000);

/** A row for each day, with everyone on duty that day; a night shift is listed under both of its days. */
export function DutyWeek({ week, today, now }: DutyWeekProps) {
  const t = useTranslations("consultations.roster");
  const f = useFormat(new Date(now));
  const [leaving, setLeaving] = useState<Shift | null>(null);
  return (
    <Sheet flush>
      <ol className={styles.week}>
        {week.days.map((day) => {
          const here = week.shifts.filter(
            (shift) => new Date(shift.from) < midnight(day, 1) && new Date(shift.until) > midnight(day),
          );
          return (
            <li key={day} className={styles.day} data-today={day === today || undefined}>
              <h2>
                <time dateTime={day}>{f.date(day)}</time>
              </h2>
              {here.length === 0 ? <p className={styles.none}>{t("noShift")}</p> : null}
              <ul className={styles.shifts}>
                {here.map((shift) => {
                  const isFirst = dayOf(shift.from) === day;
                  return (
                    <li key={shift.id} className={styles.shift}>
                      <span>{isFirst ? shiftSpan(shift, f) : t("last", { time: f.time(shift.until) })}</span>
                      <b>{shift.name}</b>
                      <span className={styles.facts}>{shift.post}</span>
                      {week.mayChange && isFirst && shift.until > now ? (
                        <Button small variant="text" onClick={() => setLeaving(shift)}>
                          {t("remove")}
                          <span className="sr-only">
                            {t("removeWhat", { name: shift.name, span: f.span(shift.from, shift.until) })}
                          </span>
                        </Button>
                      ) : null}
                    </li>
                  );
                })}
              </ul>
            </li>
          );
        })}
      </ol>
      {leaving ? <RemoveDialog key={leaving.id} shift={leaving} onClose={() => setLeaving(null)} /> : null}
    </Sheet>
  );
}

function RemoveDialog({ shift, onClose }: { shift: Shift; onClose: () => void }) {
  const t = useTranslations("consultations.roster");
  const f = useFormat();
  const trpc = useTRPC();
  const act = useAct(trpc.consultations.removeShift.mutationOptions(), { onDone: onClose });
  return (
    <ActDialog
      onClose={onClose}
      title={t("removeTitle", { name: shift.name })}
      verb={t("removeGo")}
      tone="stop"
      leave={t("removeBack")}
      act={act}
      refusal="last"
      onGo={() => act.run({ shiftId: shift.id })}
    >
      <p>{t("removeText", { span: f.span(shift.from, shift.until) })}</p>
    </ActDialog>
  );
}
