import { useTranslations } from "next-intl";
import { InterpreterLine } from "@/app/_interpreters/interpreter-line";
import { PrintHere } from "@/app/_papers/print-here";
import { ButtonLink } from "@/app/_ui/actions/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import { CorrectForm } from "./correct-form";
import { RecordVersions } from "./record-versions";
import type { Session } from "./session";
import { SessionPeople } from "./session-people";
import styles from "./sessions.module.css";

/** A held session as a record: when, who came, the outcome, what was said. */
export function RecordSheet({
  disputeId,
  session,
  mayCorrect,
  prints,
}: {
  disputeId: string;
  session: Session;
  mayCorrect: boolean;
  /** Which paper its record is, for whoever may have it made. */
  prints: "record" | "policeRecord" | null;
}) {
  const t = useTranslations("sessions");
  const results = useTranslations("vocabulary.sessionResults");
  const f = useFormat();
  return (
    <Sheet labelledBy={`record-${session.id}`}>
      <div className={styles.session}>
        <SectionHead
          level={3}
          id={`record-${session.id}`}
          title={t("nth", { n: session.ordinal })}
          note={f.span(session.startsAt, session.endsAt)}
          end={session.result ? <Tag>{results(session.result)}</Tag> : undefined}
        />
        <SessionPeople session={session} />
        {session.interpreters.map((one) => (
          <InterpreterLine key={one.id} one={one} />
        ))}
        {session.room.id === null || session.othersPresent || session.enteredAt ? (
          <p className={styles.quiet}>
            <Facts
              items={[
                session.room.id === null ? session.room.name : null,
                session.othersPresent ? t("othersPresent", { names: session.othersPresent }) : null,
                session.enteredAt ? t("enteredAt", { time: f.dateTime(session.enteredAt) }) : null,
              ]}
            />
          </p>
        ) : null}
        <RecordVersions session={session} />
        {session.kind === "joint" && session.records.length > 0 ? (
          <Line>
            <ButtonLink small href={`/records/${disputeId}/${session.id}`}>
              {t("paper.open")}
            </ButtonLink>
            {prints ? (
              <PrintHere
                disputeId={disputeId}
                kinds={[prints]}
                subjectId={session.id}
                of={t("nth", { n: session.ordinal })}
              />
            ) : null}
          </Line>
        ) : null}
        {mayCorrect && session.kind === "joint" ? (
          <CorrectForm key={session.records[0]?.version} disputeId={disputeId} session={session} />
        ) : null}
      </div>
    </Sheet>
  );
}
