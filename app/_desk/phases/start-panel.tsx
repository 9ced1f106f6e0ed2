"use client";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { CheckField } from "@/app/_ui/fields/check-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { setAgendaLimits } from "@/app/_ui/limits/desk";
import { Attendance } from "../attendance/attendance";
import { useCards } from "../cover/use-cards";
import { useServerState } from "../use-desk-state";
import styles from "./start.module.css";

/** People's Mediation Law: Art. 23 rights of the parties, Art. 24 their duties. */
const articles = { rights: 23, duties: 24 } as const;
const rights = ["choose", "voluntary", "open", "own"] as const;
const duties = ["truth", "order", "respect"] as const;

/** Before the session starts: what it is about, the rights read out, who is present, and the start button. */
export function StartPanel() {
  const t = useTranslations("desk.start");
  const f = useFormat();
  const trpc = useTRPC();
  const { state, where, disputeId, may, look } = useServerState();
  const { note } = useCards();
  const { session } = state;
  const [agenda, setAgenda] = useState(session.agenda);
  const [isTold, setTold] = useState(false);
  const [isTried, setTried] = useState(false);
  const plan = useAct(trpc.desk.setAgenda.mutationOptions(), { refresh: false, onDone: () => void look() });
  const tick = useAct(trpc.desk.tickAttendance.mutationOptions(), { refresh: false, onDone: () => void look() });
  const start = useAct(trpc.desk.start.mutationOptions(), { refresh: false, onDone: () => void look() });

  function keepAgenda() {
    if (agenda.trim() !== session.agenda && may("desk.write"))
      void plan.run({ ...where, agenda: agenda.trim(), sessionVersion: session.version });
  }
  async function go() {
    setTried(true);
    if (!isTold) return;
    const { proceeding } = session;
    const done = await start.run({
      disputeId,
      sessionId: session.id,
      proceedingId: proceeding.id,
      version: proceeding.version,
    });
    if (!done) return;
    // Whoever opens the session is present.
    const lead = state.people.find((one) => one.isLead);
    if (lead) void tick.run({ ...where, rowId: lead.id, attendance: "present" });
    // That the rights were told belongs to the joint record, with its time.
    note(t("toldNote", { rights: articles.rights, duties: articles.duties }));
  }
  return (
    <div className={styles.start}>
      <main id="content" tabIndex={-1} className={styles.main} data-region>
        <Sheet labelledBy="desk-agenda">
          <SectionHead id="desk-agenda" title={t("agenda")} note={t("agendaNote")} />
          <TextArea
            label={t("agendaField")}
            placeholder={t("agendaExample")}
            minRows={3}
            maxLength={setAgendaLimits.agenda}
            value={agenda}
            disabled={!may("desk.write")}
            onChange={(event) => setAgenda(event.currentTarget.value)}
            onBlur={keepAgenda}
          />
          {plan.problem ? <ProblemNote problem={plan.problem} /> : null}
        </Sheet>
        <Sheet labelledBy="desk-rights">
          <SectionHead id="desk-rights" title={t("rights")} note={t("law", articles)} />
          <Rights />
          <CheckField
            label={t("told")}
            checked={isTold}
            onChange={(event) => setTold(event.currentTarget.checked)}
            error={isTried && !isTold ? t("toldNeeded") : undefined}
          />
        </Sheet>
        {session.heldUntil ? <Banner tone="amber">{t("held", { until: f.dateTime(session.heldUntil) })}</Banner> : null}
        {start.problem ? <ProblemNote problem={start.problem} code={start.problem.reference} /> : null}
        <div className={styles.foot}>
          {may("session.start") ? (
            <Button variant="go" busy={start.isBusy} icon={<IconPlayerPlay aria-hidden />} onClick={() => void go()}>
              {t("go")}
            </Button>
          ) : session.heldUntil ? null : (
            <p>{t("notYet", { at: f.dateTime(session.startsAt) })}</p>
          )}
          <p>{t("goHint")}</p>
        </div>
      </main>
      <Attendance />
    </div>
  );
}

/** What is read out before anything is said. */
function Rights() {
  const t = useTranslations("desk.start");
  return (
    <div className={styles.rights}>
      <h3>{t("yours")}</h3>
      <ol>
        {rights.map((line) => (
          <li key={line}>{t(`right.${line}`)}</li>
        ))}
      </ol>
      <h3>{t("owed")}</h3>
      <ol>
        {duties.map((line) => (
          <li key={line}>{t(`duty.${line}`)}</li>
        ))}
      </ol>
      <p>{t("private")}</p>
    </div>
  );
}
