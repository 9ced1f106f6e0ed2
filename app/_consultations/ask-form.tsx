"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { askQuestionLimits } from "@/app/_ui/limits/consultations";
import type { Asked } from "@/server/consultations/ask-question";
import { idNumber } from "@/server/consultations/choices";

interface AskFormProps {
  points: readonly { id: string; name: string }[];
  ownPointId: string | null;
  now: string;
}

/** The question and where it comes from; warns while typing when it contains an ID number. */
export function AskForm({ points, ownPointId, now }: AskFormProps) {
  const t = useTranslations("consultations.ask");
  const trpc = useTRPC();
  const f = useFormat(new Date(now));
  const [question, setQuestion] = useState("");
  const [pointId, setPoint] = useState(ownPointId ?? "");
  const [hasTried, setTried] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const act = useAct(trpc.consultations.ask.mutationOptions(), {
    onDone: (result) => {
      setAsked(result);
      setQuestion("");
      setTried(false);
    },
  });
  const hasId = idNumber.test(question);
  const isMissing = hasTried && !question.trim();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setAsked(null);
    if (question.trim() && !hasId) await act.run({ question, pointId: pointId || null });
  }
  return (
    <form method="dialog" onSubmit={submit} noValidate>
      <Stack>
        <TextArea
          label={t("question")}
          hint={t("hint")}
          minRows={4}
          maxLength={askQuestionLimits.question}
          value={question}
          error={hasId ? t("idNumber") : isMissing ? t("missing") : undefined}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <SelectField
          label={t("point")}
          placeholder={t("noPoint")}
          options={points.map(({ id, name }) => ({ value: id, label: name }))}
          value={pointId}
          onChange={(event) => setPoint(event.currentTarget.value)}
        />
        {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
        {asked ? (
          <Banner tone={asked.duty ? "act" : "amber"}>
            {asked.duty
              ? t("sent", { name: asked.duty, at: f.nearDay(asked.dueAt) })
              : `${t("sentNobody")} ${asked.next ? t("sentNext", { name: asked.next.name, at: f.nearDay(asked.next.from) }) : ""}`}
          </Banner>
        ) : null}
        <Button type="submit" variant="go" wide busy={act.isBusy}>
          {t("go")}
        </Button>
      </Stack>
    </form>
  );
}
