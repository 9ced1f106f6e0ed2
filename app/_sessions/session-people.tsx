import { IconCheck, IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { useFormat } from "@/app/_ui/format/use-format";
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
            {one.despite ? <span className={styles.quiet}>{t("despite.noted", { reason: one.despite })}</span> : null}
            {one.told ? (
              <Told told={one.told} isOfThisHour={+new Date(one.told.startsAt) === +new Date(session.startsAt)} />
            ) : null}
            {isEnded ? one.attendance === "present" ? <IconCheck aria-hidden /> : <IconX aria-hidden /> : null}
            {isEnded ? <span className="sr-only">{attendances(one.attendance)}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

interface ToldProps {
  told: NonNullable<Session["people"][number]["told"]>;
  /** False where the session has moved since: they were told of another hour. */
  isOfThisHour: boolean;
}

/** When a party was last told of this session by mouth, by whom, and what they said. */
function Told({ told, isOfThisHour }: ToldProps) {
  const t = useTranslations("sessions.telling");
  const means = useTranslations("vocabulary.spokenMeans");
  const answers = useTranslations("vocabulary.tellingAnswers");
  const f = useFormat();
  const said = { at: f.dayTime(told.at), means: means(told.means), by: told.by, answer: answers(told.answer) };
  return (
    <span className={styles.quiet}>
      {isOfThisHour ? null : `${t("ofBefore")} `}
      {told.to ? t("toldTo", { ...said, to: told.to }) : t("told", said)}
    </span>
  );
}
