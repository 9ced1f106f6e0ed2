import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { RecordedSession } from "@/server/sessions/reads/own-record";
import styles from "./record.module.css";

/** Sessions the person was expected at: when, what kind, where, with which outcome; never whose dispute it was. */
export function SessionRows({ sessions }: { sessions: readonly RecordedSession[] }) {
  const types = useTranslations("vocabulary.disputeTypes");
  const results = useTranslations("vocabulary.sessionResults");
  const attendances = useTranslations("vocabulary.attendances");
  const f = useFormat();
  return (
    <ul className={styles.list}>
      {sessions.map((session) => (
        <li key={session.id}>
          <span>
            <b>
              <time dateTime={session.startsAt}>{f.span(session.startsAt, session.endsAt)}</time>
            </b>
            <p className={styles.quiet}>
              <Facts items={[types(session.type), session.point, session.result ? results(session.result) : null]} />
            </p>
          </span>
          <Tag tone={session.attendance === "present" ? "act" : "plain"}>{attendances(session.attendance)}</Tag>
        </li>
      ))}
    </ul>
  );
}
