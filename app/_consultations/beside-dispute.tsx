import { useTranslations } from "next-intl";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { ListEnd } from "@/app/_ui/lists/list-end";
import type { Consultation } from "@/server/consultations/reads/questions";
import { listLimits } from "@/server/kernel/choices";
import styles from "./consultations.module.css";
import { QuestionItem } from "./question-item";

/** Questions and answers that were put beside a dispute; nothing where there are none. */
export function ConsultationsBeside({ questions, now }: { questions: readonly Consultation[]; now: Date }) {
  const t = useTranslations("consultations.beside");
  if (questions.length === 0) return null;
  return (
    <Sheet labelledBy="consultations" flush>
      <div className={styles.head}>
        <SectionHead id="consultations" title={t("title")} note={t("note", { count: questions.length })} />
      </div>
      <ul>
        {questions.map((question) => (
          <QuestionItem key={question.id} question={question} now={now} />
        ))}
      </ul>
      <ListEnd rows={questions} most={listLimits.consultationsOfDispute} />
    </Sheet>
  );
}
