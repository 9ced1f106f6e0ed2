import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { Page } from "@/server/consultations/reads/questions";
import { CloseButton } from "./close-button";
import styles from "./consultations.module.css";
import { QuestionItem } from "./question-item";

/** What one asked, newest first, with the answers. */
export function OwnQuestions({ page, now }: { page: Page; now: Date }) {
  const t = useTranslations("consultations.own");
  const list = useTranslations("consultations.list");
  return (
    <>
      <Sheet labelledBy="own-questions" flush>
        <div className={styles.head}>
          <SectionHead id="own-questions" title={t("title")} />
        </div>
        {page.rows.length === 0 ? <Empty>{t("none")}</Empty> : null}
        <ul>
          {page.rows.map((question) => (
            <QuestionItem key={question.id} question={question} now={now}>
              {question.status === "waiting" ? <CloseButton consultationId={question.id} /> : null}
            </QuestionItem>
          ))}
        </ul>
      </Sheet>
      {page.next ? <ButtonLink href={`/consultations?before=${page.next}`}>{list("more")}</ButtonLink> : null}
    </>
  );
}
