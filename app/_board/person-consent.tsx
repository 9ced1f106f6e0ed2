"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import type { ConsentAnswer } from "@/db/vocabulary";
import type { Candidate } from "@/server/panel/reads/candidates";
import { inviteArticle } from "./law";
import styles from "./seat-panel.module.css";

/** Records the consent of each party who has agreed neither to this person nor to their force. Nothing is pre-chosen. */
export function PersonConsent({
  disputeId,
  person,
}: {
  disputeId: string;
  person: Pick<Candidate, "personId" | "name" | "missing" | "objecting">;
}) {
  const t = useTranslations("panel.consent");
  const trpc = useTRPC();
  const [said, setSaid] = useState<Record<string, ConsentAnswer>>({});
  const [isEmpty, setEmpty] = useState(false);
  const { personId, name, missing, objecting } = person;
  const act = useAct(trpc.consents.record.mutationOptions(), { onDone: () => showToast({ message: t("done") }) });
  function record() {
    const answers = missing.flatMap(({ id }) => {
      const answer = said[id];
      return answer ? [{ partyId: id, subject: "invitePerson" as const, personId, answer }] : [];
    });
    setEmpty(answers.length === 0);
    if (answers.length > 0) void act.run({ disputeId, answers });
  }
  return (
    <section className={styles.gap} aria-label={t("title", { name })}>
      <p>{t("text", { name, article: inviteArticle })}</p>
      {missing.map((party) => (
        <SegmentField
          key={party.id}
          isInline
          label={party.name}
          hint={objecting.includes(party.name) ? t("saidNo") : undefined}
          segments={[
            { value: "agreed", label: t("agreed") },
            { value: "refused", label: t("refused") },
          ]}
          value={said[party.id] ?? null}
          onChange={(answer) => setSaid((before) => ({ ...before, [party.id]: answer }))}
        />
      ))}
      {isEmpty ? <ErrorNote>{t("needAny")}</ErrorNote> : null}
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <div>
        <Button small busy={act.isBusy} onClick={record}>
          {t("record", { name })}
        </Button>
      </div>
    </section>
  );
}
