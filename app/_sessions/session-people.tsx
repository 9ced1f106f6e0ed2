import { IconCheck, IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { SideStamp } from "@/app/_lanes/side-stamp";
import type { Session } from "./session";
import styles from "./sessions.module.css";

/** Who is to come, or after the session who came: tick and cross with hidden texts. */
export function SessionPeople({ session }: { session: Session }) {
  const attendances = useTranslations("vocabulary.attendances");
  const t = useTranslations("sessions");
  const isEnded = session.status === "ended";
  const came = session.people.filter((one) => one.attendance === "present").length;
  return (
    <>
      {isEnded ? (
        <p className={styles.quiet}>{t("present", { present: came, expected: session.people.length })}</p>
      ) : null}
      <ul className={styles.people} aria-label={t("who")}>
        {session.people.map((one) => (
          <li key={one.id} data-attendance={one.attendance}>
            {one.side ? <SideStamp index={one.side - 1} small /> : null}
            {one.name}
            {one.post ? <span className={styles.quiet}>{one.post}</span> : null}
            {one.spokenByLinkId ? (
              <span className={styles.quiet}>
                {t("cameFor", { name: one.party?.links.find((link) => link.id === one.spokenByLinkId)?.name ?? "" })}
              </span>
            ) : null}
            {isEnded ? one.attendance === "present" ? <IconCheck aria-hidden /> : <IconX aria-hidden /> : null}
            {isEnded ? <span className="sr-only">{attendances(one.attendance)}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
