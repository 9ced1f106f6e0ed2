import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/app/_ui/actions/link";
import { useFormat } from "@/app/_ui/format/use-format";
import { Clock } from "@/app/_ui/text/clock";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { Consultation } from "@/server/consultations/reads/questions";
import styles from "./consultations.module.css";

interface QuestionItemProps {
  question: Consultation;
  now: Date;
  /** The actions on it. */
  children?: ReactNode;
}

/** One question: who asks and where, who answers and until when, what was answered. */
export function QuestionItem({ question, now, children }: QuestionItemProps) {
  const t = useTranslations("consultations.card");
  const statuses = useTranslations("vocabulary.consultationStatuses");
  const f = useFormat(now);
  const { status, duty, dueAt, dispute } = question;
  const isWaiting = status === "waiting";
  return (
    <li className={styles.item}>
      <p className={styles.question}>{question.question}</p>
      <p className={styles.facts}>
        <Facts
          items={[
            t("asked", { name: question.askedBy, when: f.dayTime(question.askedAt) }),
            question.point,
            isWaiting ? (duty ? t("waitsFor", { name: duty }) : t("waitsNobody")) : null,
          ]}
        />
      </p>
      <div className={styles.line}>
        {isWaiting ? (
          <Clock
            startAt={question.askedAt}
            endAt={dueAt}
            now={now}
            words={t(new Date(dueAt) > now ? "answerBy" : "late", { at: f.nearDay(dueAt) })}
            title={f.dateTime(dueAt)}
            soon
          />
        ) : (
          <Tag>{statuses(status)}</Tag>
        )}
      </div>
      {question.answer ? (
        <div className={styles.answer}>
          <p className={styles.words}>{question.answer}</p>
          <p className={styles.facts}>
            <Facts
              items={[
                t("by", {
                  name: question.answeredBy ?? "",
                  when: question.answeredAt ? f.dayTime(question.answeredAt) : "",
                }),
                t("note"),
              ]}
            />
          </p>
        </div>
      ) : null}
      {dispute ? (
        <p className={styles.facts}>
          <Link href={`/disputes/${dispute.id}`}>{t("linked", { number: dispute.number, title: dispute.title })}</Link>
        </p>
      ) : null}
      {children ? <div className={styles.buttons}>{children}</div> : null}
    </li>
  );
}
