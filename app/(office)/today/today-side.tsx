import { useLocale, useTranslations } from "next-intl";
import { DueClock } from "@/app/_disputes/due-clock";
import { Link } from "@/app/_ui/actions/link";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { TodaySide } from "@/server/disputes/reads/today";
import { Agenda } from "./agenda";
import styles from "./today.module.css";

/** Beside the list: today's sessions, what has come in, whom the reader waits for. */
export function TodaySideColumn({ side, now }: { side: TodaySide; now: Date }) {
  return (
    <>
      <Sessions side={side} now={now} />
      <NewIn side={side} now={now} />
      <Waiting side={side} now={now} />
    </>
  );
}

function Sessions({ side, now }: { side: TodaySide; now: Date }) {
  const t = useTranslations("today.sessions");
  const f = useFormat(now);
  const next = side.sessions.find((session) => Date.parse(session.endsAt) > now.getTime());
  return (
    <Sheet labelledBy="today-sessions">
      <SectionHead
        id="today-sessions"
        title={t("title")}
        note={t("count", { count: side.sessions.length })}
        end={<Link href="/calendar">{t("calendar")}</Link>}
      />
      {side.sessions.length === 0 ? (
        <p className={styles.quiet}>
          {side.nextSession ? t("next", { at: f.dateTime(side.nextSession.startsAt) }) : t("none")}
        </p>
      ) : null}
      <Agenda
        items={side.sessions.map((session) => ({
          id: session.id,
          time: f.time(session.startsAt),
          dateTime: session.startsAt,
          title: t("session", { title: session.title, ordinal: session.ordinal }),
          // The lead goes to the desk, everybody else to the dispute's sessions.
          href: `/disputes/${session.disputeId}/desk`,
          lines: [
            t("place", {
              room: session.room,
              length: f.minutes((Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000),
            }),
            t("people", { count: session.present }),
          ],
          warning: session.asked > 0 ? t("unanswered", { count: session.asked }) : undefined,
          isNext: session === next,
        }))}
      />
    </Sheet>
  );
}

function NewIn({ side, now }: { side: TodaySide; now: Date }) {
  const t = useTranslations("today.fresh");
  const source = useTranslations("vocabulary.sources");
  const f = useFormat(now);
  return (
    <Sheet labelledBy="today-fresh">
      <SectionHead
        id="today-fresh"
        title={t("title")}
        note={t("count", { count: side.untriagedCount })}
        end={<Link href="/disputes?status=registered">{t("all")}</Link>}
      />
      {side.untriaged.length === 0 ? <p className={styles.quiet}>{t("none")}</p> : null}
      <ul className={styles.list}>
        {side.untriaged.map((one) => (
          <li key={one.id}>
            <Link href={`/disputes/${one.id}#triage`}>{one.title}</Link>
            <span>
              <Facts items={[source(one.source), f.nearDay(one.registeredAt), one.place]} />
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.tips}>
        {side.clues > 0 ? <Link href="/calls?filter=clues">{t("clues", { count: side.clues })}</Link> : null}
        {side.calls > 0 ? <Link href="/calls?filter=fresh">{t("calls", { count: side.calls })}</Link> : null}
      </p>
    </Sheet>
  );
}

function Waiting({ side, now }: { side: TodaySide; now: Date }) {
  const t = useTranslations("today.waiting");
  const isEnglish = useLocale() === "en";
  const f = useFormat(now);
  return (
    <Sheet labelledBy="today-waiting">
      <SectionHead id="today-waiting" title={t("title")} note={t("count", { count: side.waitingCount })} />
      {side.waiting.length === 0 ? <p className={styles.quiet}>{t("none")}</p> : null}
      <ul className={styles.waiting}>
        {side.waiting.map((one) => (
          <li key={`${one.disputeId} ${one.name}`}>
            <Link href={`/disputes/${one.disputeId}#board`}>
              <b>{one.name}</b>
              <Facts items={["", isEnglish ? one.forceEn : one.forceZh, one.title]} />
            </Link>
            {Date.parse(one.answerBy) < now.getTime() ? (
              // Amber when we wait for another person; red is only for the reader's own duties.
              <Tag tone="amber">{t("silent", { day: f.day(one.answerBy) })}</Tag>
            ) : (
              <DueClock dueAt={one.answerBy} isToday={f.date(one.answerBy) === f.date(now)} now={now} />
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
