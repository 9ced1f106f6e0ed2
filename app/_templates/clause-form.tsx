"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { DayInput } from "@/app/_ui/fields/day-input";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { SidePanel } from "@/app/_ui/layout/side-panel";
import { type TemplateClause, templateClausesMax } from "@/server/agreements/choices";
import type { ClauseLine } from "@/server/agreements/reads/clause-sheet";
import { ClauseFields } from "./clause-fields";

const emptyClause: TemplateClause = {
  ...({ kind: "act", condition: "", text: "", consequence: "", obligor: "respondent", obligee: "applicant" } as const),
  ...({ liability: null, dueAfterDays: 15, proof: "mutualConfirmation" } as const),
};

/** The clauses of one type of dispute, to be changed from a day on. */
export function ClauseForm({ line, today }: { line: ClauseLine; today: string }) {
  const t = useTranslations("templates.clauses");
  const types = useTranslations("vocabulary.disputeTypes");
  const [clauses, setClauses] = useState(() => line.clauses.map((clause, i) => ({ key: String(i), clause })));
  const [added, setAdded] = useState(0);
  const [day, setDay] = useState(today);
  const [isTried, setTried] = useState(false);
  const act = useAct(useTRPC().agreements.setClauses.mutationOptions(), {
    onDone: () => showToast({ message: t("saved", { type: types(line.type) }) }),
  });
  const isWhole = clauses.length > 0 && clauses.every(({ clause }) => clause.text.trim() !== "");
  function save() {
    setTried(true);
    if (isWhole) void act.run({ type: line.type, clauses: clauses.map(({ clause }) => clause), validFrom: day });
  }
  return (
    <SidePanel title={types(line.type)} closeHref="/drafting-templates">
      <Stack gap={16}>
        <p>{t("blanks")}</p>
        {clauses.map(({ key, clause }, i) => (
          <ClauseFields
            key={key}
            n={i + 1}
            clause={clause}
            onChange={(next) => setClauses((all) => all.map((one) => (one.key === key ? { key, clause: next } : one)))}
            onRemove={() => setClauses((all) => all.filter((one) => one.key !== key))}
          />
        ))}
        {clauses.length < templateClausesMax ? (
          <Button
            small
            onClick={() => {
              setAdded(added + 1);
              setClauses((all) => [...all, { key: `added ${added}`, clause: emptyClause }]);
            }}
          >
            {t("add")}
          </Button>
        ) : null}
        <DayInput
          label={t("validFrom")}
          hint={t("validFromHint")}
          value={day}
          minDay={today}
          onChange={(next) => setDay(next || today)}
        />
        {isTried && !isWhole ? <ErrorNote isFault>{t("missing")}</ErrorNote> : null}
        {act.problem ? <ProblemNote problem={act.problem} /> : null}
        <Line>
          <Button variant="go" busy={act.isBusy} onClick={save}>
            {t("save")}
          </Button>
        </Line>
      </Stack>
    </SidePanel>
  );
}
