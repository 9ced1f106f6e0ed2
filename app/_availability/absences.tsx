"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { useFirstUse } from "@/app/_ui/actions/use-first-use";
import { Empty } from "@/app/_ui/feedback/empty";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Tag } from "@/app/_ui/text/tag";
import type { OwnAbsence } from "@/server/availability/queries";
import { lastDayOf } from "./absence-span";
import styles from "./availability.module.css";

/** Leave, court days and blocked hours that lie ahead, and a way to add one. */
export function Absences({ absences }: { absences: readonly OwnAbsence[] }) {
  const t = useTranslations("availability.absences");
  return (
    <section className={styles.part} aria-labelledby="absences">
      <SectionHead id="absences" title={t("title")} note={t("hint")} />
      <Sheet>
        <NewAbsence />
      </Sheet>
      <Sheet flush>
        {absences.length === 0 ? (
          <Empty>{t("none")}</Empty>
        ) : (
          <ul className={styles.rows}>
            {absences.map((absence) => (
              <AbsenceRow key={absence.id} absence={absence} />
            ))}
          </ul>
        )}
      </Sheet>
    </section>
  );
}

const loadForm = () => import("./absence-form").then(({ AbsenceForm }) => AbsenceForm);

/** Away today, or on other days: the form opens with what was pressed. */
function NewAbsence() {
  const t = useTranslations("availability.absences");
  const [isToday, setToday] = useState(false);
  const { part: AbsenceForm, isLoading, hasFailed, prepare, use } = useFirstUse(loadForm);
  if (AbsenceForm) return <AbsenceForm startsToday={isToday} />;
  const open = (today: boolean) => {
    setToday(today);
    use();
  };
  return (
    <div className={styles.tools}>
      <Button busy={isLoading && isToday} onPointerEnter={prepare} onFocus={prepare} onClick={() => open(true)}>
        {t("today")}
      </Button>
      <Button busy={isLoading && !isToday} onPointerEnter={prepare} onFocus={prepare} onClick={() => open(false)}>
        {t("other")}
      </Button>
      {hasFailed ? <LaterFailed /> : null}
    </div>
  );
}

function AbsenceRow({ absence }: { absence: OwnAbsence }) {
  const t = useTranslations("availability.absences");
  const kind = useTranslations("vocabulary.absenceKinds");
  const f = useFormat();
  const trpc = useTRPC();
  const remove = useAct(trpc.availability.removeAbsence.mutationOptions());
  const lastDay = lastDayOf(absence);
  const firstDay = toWallClock(absence.from).slice(0, 10);
  const span = !lastDay
    ? f.span(absence.from, absence.to)
    : lastDay === firstDay
      ? t("wholeDay", { day: f.date(firstDay) })
      : t("days", { from: f.date(firstDay), to: f.date(lastDay) });
  return (
    <li className={styles.row}>
      <div>
        <b>{span}</b>
        <p className={styles.faint}>
          <Tag>{kind(absence.kind)}</Tag> {absence.note}
        </p>
        {remove.problem ? <ProblemNote problem={remove.problem} /> : null}
      </div>
      <Button
        small
        busy={remove.isBusy}
        aria-label={t("removeWhat", { span })}
        onClick={() => remove.run({ absenceId: absence.id })}
      >
        {t("remove")}
      </Button>
    </li>
  );
}
