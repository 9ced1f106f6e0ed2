import { IconPhone, IconScan, IconVideo } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { MapLink } from "@/app/_ui/actions/map-link";
import { Banner } from "@/app/_ui/feedback/banner";
import { phoneHref } from "@/app/_ui/format/phone-href";
import { useFormat } from "@/app/_ui/format/use-format";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Clock } from "@/app/_ui/text/clock";
import { Tag } from "@/app/_ui/text/tag";
import { Unbroken } from "@/app/_ui/text/unbroken";
import { webAddress } from "@/app/_ui/text/web-address";
import type { OwnSession } from "@/server/sessions/reads/own-sessions";
import { LeaveDialog } from "./leave-dialog";
import styles from "./own-sessions.module.css";
import { useRoomWords } from "./room-words";

const hour = 3_600_000;
const soonMs = 3 * hour;
/** The check-in code is accepted from two hours before the start. */
const doorMs = 2 * hour;

interface OwnSessionCardProps {
  session: OwnSession;
  now: Date;
  /** Inside another sheet; then none of its buttons is the filled one of the page. */
  isFlat?: boolean;
}

/** One own session: when and in how much time; directions or the video link; then "I am here" and "I cannot come". */
export function OwnSessionCard({ session, now, isFlat }: OwnSessionCardProps) {
  const t = useTranslations("sessions.own");
  const kinds = useTranslations("vocabulary.sessionKinds");
  const modes = useTranslations("vocabulary.sessionModes");
  const f = useFormat(now);
  const starts = new Date(session.startsAt);
  const left = starts.getTime() - now.getTime();
  const { about } = session;
  const card = (
    <>
      <div className={styles.head}>
        <h2 id={`own-${session.id}`} className={styles.when}>
          <time dateTime={session.startsAt}>
            <Unbroken>{`${f.nearDay(session.startsAt)}–${f.time(session.endsAt)}`}</Unbroken>
          </time>
        </h2>
        {left > 0 ? (
          <Clock
            startAt={new Date(Math.min(now.getTime(), starts.getTime() - 24 * hour))}
            endAt={session.startsAt}
            now={now}
            words={t("startsIn", { wait: f.away(session.startsAt) })}
            title={f.dateTime(session.startsAt)}
            soon={left < soonMs}
          />
        ) : (
          <Tag tone="act">{t("running")}</Tag>
        )}
      </div>
      {about ? (
        <p className={styles.about}>
          {about.title}{" "}
          <span className={styles.quiet}>{about.mode === "video" ? modes("video") : kinds(about.kind)}</span>
        </p>
      ) : null}
      {about?.heldUntil ? <Banner tone="amber">{t("heldUntil", { at: f.nearDay(about.heldUntil) })}</Banner> : null}
      {about?.despite ? <Banner tone="amber">{t("despite", { reason: about.despite })}</Banner> : null}
      {about?.mode === "video" ? null : <TheWay session={session} />}
      {about ? <WhatToDo session={session} about={about} isMain={!isFlat} opensIn={left - doorMs} now={now} /> : null}
    </>
  );
  return isFlat ? <div>{card}</div> : <Sheet labelledBy={`own-${session.id}`}>{card}</Sheet>;
}

/** The room and its address, with links to call and to navigate; parts without data are not drawn. */
function TheWay({ session }: { session: OwnSession }) {
  const t = useTranslations("sessions.own");
  const roomWords = useRoomWords();
  const address = [session.point, session.address].filter(Boolean).join(" ");
  return (
    <div className={styles.way}>
      <div className={styles.place}>
        <h3>{roomWords({ name: session.room, point: session.point })}</h3>
        <p className={styles.quiet}>{session.address}</p>
      </div>
      <div className={styles.buttons}>
        {session.pointPhone ? (
          <ButtonLink href={phoneHref(session.pointPhone)} icon={<IconPhone aria-hidden />}>
            {t("callPoint")}
            <span className="sr-only">{t("callPointName", { point: session.point })}</span>
          </ButtonLink>
        ) : null}
        <MapLink place={address}>{t("navigate")}</MapLink>
      </div>
    </div>
  );
}

interface WhatToDoProps {
  session: OwnSession;
  about: NonNullable<OwnSession["about"]>;
  isMain: boolean;
  /** Milliseconds until the check-in code is accepted; below 0 it is. */
  opensIn: number;
  now: Date;
}

function WhatToDo({ session, about, isMain, opensIn, now }: WhatToDoProps) {
  const t = useTranslations("sessions.own");
  const f = useFormat(now);
  const video = webAddress(about.videoUrl);
  const isHere = about.attendance === "present";
  const doorIsOpen = opensIn <= 0 && !about.heldUntil && !isHere;
  const opensAt = new Date(now.getTime() + opensIn).toISOString();
  return (
    <div className={styles.todo}>
      {video ? (
        <>
          <p className={styles.quiet}>{t("videoNote")}</p>
          <ButtonLink
            wide
            variant={isMain && !doorIsOpen ? "go" : "outline"}
            href={video}
            target="_blank"
            rel="noreferrer"
            icon={<IconVideo aria-hidden />}
          >
            {t("video")}
          </ButtonLink>
        </>
      ) : null}
      {isHere ? <Banner tone="act">{t("isHere")}</Banner> : null}
      {!isHere && !doorIsOpen && isMain && !about.heldUntil ? (
        <p className={styles.quiet}>{t("arriveFrom", { at: f.nearDay(opensAt) })}</p>
      ) : null}
      <div className={styles.buttons}>
        {doorIsOpen ? (
          <ButtonLink
            variant={isMain ? "go" : "outline"}
            href="/my-sessions/check-in"
            icon={<IconScan aria-hidden />}
            className={styles.grow}
          >
            {t("arrived")}
          </ButtonLink>
        ) : null}
        {about.lead.phone ? (
          <ButtonLink href={phoneHref(about.lead.phone)} icon={<IconPhone aria-hidden />}>
            {t("callLead", { name: about.lead.name })}
          </ButtonLink>
        ) : null}
        {about.invitationId && !isHere ? (
          <LeaveDialog
            invitationId={about.invitationId}
            sessionId={session.id}
            leadName={about.lead.name}
            othersAhead={about.othersAhead}
            startsAt={session.startsAt}
          />
        ) : null}
      </div>
    </div>
  );
}
