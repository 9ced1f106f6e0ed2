import { IconAward } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { Lately, OwnSession } from "@/server/sessions/reads/own-sessions";
import { OwnBrief } from "./own-brief";
import { OwnSessionCard } from "./own-session-card";
import styles from "./own-sessions.module.css";

interface ListProps {
  sessions: readonly OwnSession[];
  now: Date;
}

/** Later sessions, one line each; opening one shows the same card and brief. */
export function LaterSessions({ sessions, now }: ListProps) {
  const t = useTranslations("sessions.own");
  const modes = useTranslations("vocabulary.sessionModes");
  const f = useFormat(now);
  return (
    <Sheet labelledBy="later-sessions">
      <SectionHead id="later-sessions" title={t("later", { count: sessions.length })} />
      <ul className={styles.later}>
        {sessions.map((session) => (
          <li key={session.id}>
            <details>
              <summary>
                <b>
                  <time dateTime={session.startsAt}>{f.dateTime(session.startsAt)}</time>
                </b>
                <span>{session.about?.title}</span>
                <span className={styles.quiet}>{session.about?.mode === "video" ? modes("video") : session.room}</span>
              </summary>
              <div>
                <OwnSessionCard session={session} now={now} isFlat />
                {session.about ? <OwnBrief about={session.about} id={`brief-${session.id}`} /> : null}
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

const lastFew = 5;

/** The most recent past sessions; once a dispute has ended only day and place are left. The record has them all. */
export function PastSessions({ sessions, now }: ListProps) {
  const t = useTranslations("sessions.own");
  const f = useFormat(now);
  return (
    <Sheet labelledBy="past-sessions">
      <SectionHead id="past-sessions" title={t("past")} />
      <ul className={styles.past}>
        {sessions.slice(0, lastFew).map((session) => (
          <li key={session.id}>
            <span>
              <time dateTime={session.startsAt}>{f.dayTime(session.startsAt)}</time>{" "}
              {session.about?.title ?? t("pastEnded")}
            </span>
            <span className={styles.quiet}>{session.room}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** How reliable the person was in the last half year, in figures; opens the record. */
export function LatelyLine({ lately }: { lately: Lately }) {
  const t = useTranslations("sessions.own");
  const f = useFormat();
  const { due, came, answerMinutes } = lately;
  const answer = answerMinutes === null ? "" : t("latelyAnswer", { wait: f.wait(answerMinutes * 60_000) });
  return (
    <Link href="/my-record" className={styles.lately}>
      <IconAward aria-hidden />
      {due > 0 ? t("lately", { due, came, answer }) : t("latelyNone")}
    </Link>
  );
}
