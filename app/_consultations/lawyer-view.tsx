import { IconPhone } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { Empty } from "@/app/_ui/feedback/empty";
import { phoneHref } from "@/app/_ui/format/phone-href";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { ListEnd } from "@/app/_ui/lists/list-end";
import type { Consultation, Page } from "@/server/consultations/reads/questions";
import { listLimits } from "@/server/kernel/choices";
import { AnswerForm } from "./answer-form";
import styles from "./consultations.module.css";
import { QuestionItem } from "./question-item";

interface LawyerViewProps {
  waiting: readonly Consultation[];
  answered: Page;
  shifts: readonly { from: string; until: string }[];
  now: Date;
  /** An archive page shows earlier answers alone. */
  isEarlier: boolean;
}

/** A lawyer's duty: when it is, what waits, what they have answered. */
export function LawyerView({ waiting, answered, shifts, now, isEarlier }: LawyerViewProps) {
  const t = useTranslations("consultations.lawyer");
  const card = useTranslations("consultations.card");
  const list = useTranslations("consultations.list");
  const f = useFormat(now);
  const [first] = shifts;
  const isOn = first !== undefined && new Date(first.from) <= now;
  return (
    <>
      {isEarlier ? null : (
        <>
          <Banner tone={isOn ? "act" : "plain"}>
            {first === undefined
              ? t("noShift")
              : isOn
                ? t("onDuty", { until: f.nearDay(first.until) })
                : t("next", { span: f.span(first.from, first.until) })}
          </Banner>
          <Sheet labelledBy="waiting-questions" flush>
            <div className={styles.head}>
              <SectionHead id="waiting-questions" title={t("waiting")} note={waiting.length || null} />
            </div>
            {waiting.length === 0 ? <Empty>{t("none")}</Empty> : null}
            <ul>
              {waiting.map((question, i) => (
                <QuestionItem key={question.id} question={question} now={now}>
                  {question.phone ? (
                    <ButtonLink href={phoneHref(question.phone)} icon={<IconPhone aria-hidden />}>
                      {card("call", { name: question.askedBy })}
                    </ButtonLink>
                  ) : null}
                  <AnswerForm consultationId={question.id} askedBy={question.askedBy} isFirst={i === 0} />
                </QuestionItem>
              ))}
            </ul>
            <ListEnd rows={waiting} most={listLimits.waitingQuestions} />
          </Sheet>
        </>
      )}
      <Sheet labelledBy="answered-questions" flush>
        <div className={styles.head}>
          <SectionHead id="answered-questions" title={t("answered")} />
        </div>
        {answered.rows.length === 0 ? <Empty>{t("noneAnswered")}</Empty> : null}
        <ul>
          {answered.rows.map((question) => (
            <QuestionItem key={question.id} question={question} now={now} />
          ))}
        </ul>
      </Sheet>
      {answered.next ? <ButtonLink href={`/consultations?before=${answered.next}`}>{list("more")}</ButtonLink> : null}
    </>
  );
}
