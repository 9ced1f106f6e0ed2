import { IconNavigation, IconPhone } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/button";
import { Clock } from "@/app/_ui/clock";
import { SectionHead } from "@/app/_ui/section-head";
import { Sheet } from "@/app/_ui/sheet";
import { Tag } from "@/app/_ui/tag";
import { useFormat } from "@/app/_ui/use-format";
import type { OwnSession } from "@/server/sessions/own-sessions";
import styles from "./own-sessions.module.css";
import { useRoomWords } from "./room-words";

const soonMs = 3 * 3_600_000;

/** One own session: when and how long until then, first; then the way there; then whom to tell when one cannot come. `isFlat` inside another sheet. */
export function OwnSessionCard({ session, now, isFlat }: { session: OwnSession; now: Date; isFlat?: boolean }) {
  const t = useTranslations("sessions.own");
  const kinds = useTranslations("vocabulary.sessionKinds");
  const f = useFormat(now);
  const roomWords = useRoomWords();
  const starts = new Date(session.startsAt);
  const left = starts.getTime() - now.getTime();
  const { about } = session;
  const address = [session.point, session.address].filter(Boolean).join(" ");
  const card = (
    <>
      <div className={styles.head}>
        <h2 id={`own-${session.id}`} className={styles.when}>
          <time dateTime={session.startsAt}>{f.nearDay(session.startsAt)}</time>–{f.time(session.endsAt)}
        </h2>
        {left > 0 ? (
          <Clock
            startAt={new Date(Math.min(now.getTime(), starts.getTime() - 86_400_000))}
            endAt={session.startsAt}
            now={now}
            words={t("startsIn", { wait: f.wait(left) })}
            title={f.dateTime(session.startsAt)}
            soon={left < soonMs}
          />
        ) : (
          <Tag tone="act">{t("running")}</Tag>
        )}
      </div>
      {about ? (
        <p>
          {about.title} <span className={styles.quiet}>{kinds(about.kind)}</span>
        </p>
      ) : null}
      <div className={styles.way}>
        <SectionHead level={3} title={roomWords({ name: session.room, point: session.point })} />
        <p className={styles.quiet}>{session.address}</p>
        <div className={styles.buttons}>
          <ButtonLink href={`geo:0,0?q=${encodeURIComponent(address)}`} icon={<IconNavigation aria-hidden />}>
            {t("navigate")}
          </ButtonLink>
          {session.pointPhone ? (
            <ButtonLink href={`tel:${session.pointPhone}`} icon={<IconPhone aria-hidden />}>
              {t("callRoom")}
            </ButtonLink>
          ) : null}
        </div>
      </div>
      {about ? (
        <div className={styles.way}>
          <p className={styles.quiet}>{t("cannotHint", { name: about.lead.name })}</p>
          <ButtonLink
            wide
            href={`tel:${about.lead.phone}`}
            icon={<IconPhone aria-hidden />}
            aria-label={`${t("cannot")}，${t("callLead", { name: about.lead.name })}`}
          >
            {t("callLead", { name: about.lead.name })}
          </ButtonLink>
        </div>
      ) : null}
    </>
  );
  return isFlat ? <div>{card}</div> : <Sheet labelledBy={`own-${session.id}`}>{card}</Sheet>;
}
