import { useTranslations } from "next-intl";
import { Empty } from "@/app/_ui/feedback/empty";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { Page } from "@/server/consultations/reads/questions";
import { CloseButton } from "./close-button";
import { LinkDialog } from "./link-dialog";
import { QuestionItem } from "./question-item";

interface StationQuestionsProps {
  page: Page;
  isWaiting: boolean;
  mayLink: boolean;
  /** The reader's own name: what they asked themselves they may take back. */
  own: ReadonlySet<string>;
  now: Date;
}

/** The station's questions, newest first; an answered one can be put beside a dispute. */
export function StationQuestions({ page, isWaiting, mayLink, own, now }: StationQuestionsProps) {
  const t = useTranslations("consultations.list");
  return (
    <Sheet flush>
      {page.rows.length === 0 ? <Empty>{t(isWaiting ? "noneWaiting" : "none")}</Empty> : null}
      <ul>
        {page.rows.map((question) => (
          <QuestionItem key={question.id} question={question} now={now}>
            {mayLink && !question.dispute && question.status !== "closed" ? (
              <LinkDialog consultationId={question.id} />
            ) : null}
            {own.has(question.id) && question.status === "waiting" ? (
              <CloseButton consultationId={question.id} />
            ) : null}
          </QuestionItem>
        ))}
      </ul>
    </Sheet>
  );
}
