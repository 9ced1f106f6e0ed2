"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { shiftSpan } from "@/app/_consultations/shift-span";
import gate from "@/app/_gate/gate.module.css";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { useFormat } from "@/app/_ui/format/use-format";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Unbroken } from "@/app/_ui/text/unbroken";
import type { LeaderShift, LeaderWeek as Week } from "@/server/duty-leaders/queries";

/** A row for each of seven days with the leaders whose shift begins on it. */
export function LeaderWeek({ week, now }: { week: Week; now: string }) {
  const t = useTranslations("consultations.leaders");
  const f = useFormat(new Date(now));
  const [leaving, setLeaving] = useState<LeaderShift | null>(null);
  const dayOf = (at: string) => toWallClock(at).slice(0, 10);
  return (
    <Sheet flush>
      <ol>
        {week.days.map((day, at) => {
          // The shift that runs into the first day is listed there.
          const here = week.shifts.filter(({ from }) => dayOf(from) === day || (at === 0 && dayOf(from) < day));
          return (
            <li key={day} className={gate.day}>
              <time dateTime={day}>{f.date(day)}</time>
              {here.length === 0 ? <p className={gate.quiet}>{t("nobody")}</p> : null}
              <ul>
                {here.map((shift) => (
                  <li key={shift.id} className={gate.shift}>
                    <b>{shift.name}</b>
                    <span className={gate.quiet}>{shift.post}</span>
                    <span>
                      <Unbroken>
                        {dayOf(shift.from) === day ? shiftSpan(shift, f) : f.span(shift.from, shift.until)}
                      </Unbroken>
                    </span>
                    {week.mayChange && shift.until > now ? (
                      <Button small variant="text" onClick={() => setLeaving(shift)}>
                        {t("remove")}
                        <span className="sr-only">
                          {" "}
                          {shift.name} {f.span(shift.from, shift.until)}
                        </span>
                      </Button>
                    ) : null}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
      {leaving ? <RemoveDialog key={leaving.id} shift={leaving} onClose={() => setLeaving(null)} /> : null}
    </Sheet>
  );
}

function RemoveDialog({ shift, onClose }: { shift: LeaderShift; onClose: () => void }) {
  const t = useTranslations("consultations.leaders");
  const f = useFormat();
  const trpc = useTRPC();
  const act = useAct(trpc.dutyLeaders.removeShift.mutationOptions(), { onDone: onClose });
  return (
    <ActDialog
      onClose={onClose}
      title={t("removeTitle", { name: shift.name })}
      verb={t("removeGo")}
      tone="stop"
      leave={t("removeBack")}
      act={act}
      refusal="last"
      onGo={() => act.run({ leaderShiftId: shift.id })}
    >
      <p>{t("removeText", { span: f.span(shift.from, shift.until) })}</p>
    </ActDialog>
  );
}
