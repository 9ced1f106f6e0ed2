"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { TextArea } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { answerQuestionLimits } from "@/app/_ui/limits/consultations";

interface AnswerFormProps {
  consultationId: string;
  askedBy: string;
  /** The first in the list; its button is the filled one. */
  isFirst: boolean;
}

/** The lawyer's answer, final once sent. The typed text stays when a colleague has answered first. */
export function AnswerForm({ consultationId, askedBy, isFirst }: AnswerFormProps) {
  const t = useTranslations("consultations.answer");
  const trpc = useTRPC();
  const [answer, setAnswer] = useState("");
  const [hasTried, setTried] = useState(false);
  const act = useAct(trpc.consultations.answer.mutationOptions(), {
    onDone: () => showToast({ message: t("done", { name: askedBy }) }),
  });
  const isGone = act.problem?.code === "notFound" || act.problem?.code === "questionClosed";

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (answer.trim()) await act.run({ consultationId, answer });
  }
  return (
    <form method="dialog" onSubmit={submit} noValidate style={{ width: "100%" }}>
      <Stack gap={8}>
        <TextArea
          label={t("text")}
          hint={t("hint")}
          minRows={3}
          maxLength={answerQuestionLimits.answer}
          value={answer}
          error={hasTried && !answer.trim() ? t("missing") : undefined}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
        {act.problem ? (
          isGone ? (
            <ErrorNote>{t("gone")}</ErrorNote>
          ) : (
            <ProblemNote problem={act.problem} code={act.problem.reference} />
          )
        ) : null}
        <Button type="submit" variant={isFirst ? "go" : "outline"} wide busy={act.isBusy}>
          {t("go", { name: askedBy })}
        </Button>
      </Stack>
    </form>
  );
}
