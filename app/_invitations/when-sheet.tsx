import { IconMapPin, IconVideo } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/app/_ui/actions/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { Sheet } from "@/app/_ui/layout/sheet";
import { webAddress } from "@/app/_ui/text/web-address";
import type { OwnSession } from "@/server/invitations/reads/own";
import styles from "./invitation.module.css";

interface WhenSheetProps {
  sessions: readonly OwnSession[];
  now: Date;
  /** The way to a place, on the map of the phone that asks for the page. */
  wayTo?: (place: string) => ReactNode;
}

/** When and where they are expected; nothing while no session is booked. */
export function WhenSheet({ sessions, now, wayTo }: WhenSheetProps) {
  const t = useTranslations("invitations.when");
  const modes = useTranslations("vocabulary.sessionModes");
  const f = useFormat(now);
  const coming = sessions.filter((session) => session.status === "booked");
  return (
    <Sheet>
      <h2>{t("title")}</h2>
      {coming.length === 0 ? <p className={styles.faint}>{t("none")}</p> : null}
      <ul className={styles.names}>
        {coming.map((session) => (
          <li key={session.id}>
            <b>
              <time dateTime={session.startsAt}>{f.span(session.startsAt, session.endsAt)}</time>
            </b>
            <p className={styles.place}>
              {session.isVideo ? <IconVideo aria-hidden /> : <IconMapPin aria-hidden />}
              {session.isVideo ? modes("video") : `${session.point} ${session.room} ${session.address}`}
            </p>
            {session.isVideo ? <VideoWay url={session.videoUrl} /> : wayTo?.(`${session.point} ${session.address}`)}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** The link of a session by video; only whoever is expected there gets one. */
function VideoWay({ url }: { url: string | null }) {
  const t = useTranslations("sessions.own");
  const video = webAddress(url);
  return video ? (
    <p>
      <ButtonLink small href={video} target="_blank" rel="noreferrer" icon={<IconVideo aria-hidden />}>
        {t("video")}
      </ButtonLink>
    </p>
  ) : null;
}
