"use client";
import { useTranslations } from "next-intl";
import { Fragment, type MouseEvent, useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { focusFirstFault } from "@/app/_ui/fields/focus-first-fault";
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
  const [isTried, setTried] = useState(false);
  const { personId, name, missing, objecting } = person;
  const act = useAct(trpc.consents.record.mutationOptions(), { onDone: () => showToast({ message: t("done") }) });
  const speakers = useSpeakers({ purpose: "consent", track: "peoples" }, { isTried });
  const answering = missing.filter(({ id }) => said[id]);
  function record({ currentTarget }: MouseEvent<HTMLElement>) {
    setTried(true);
    focusFirstFault(currentTarget);
    const spoken = speakersOf(speakers, answering) ?? [];
    const answers = spoken.flatMap(({ partyId, linkId }) => {
      const answer = said[partyId];
      return answer ? [{ partyId, subject: "invitePerson" as const, personId, answer, spokenByLinkId: linkId }] : [];
    });
    if (answers.length > 0) void act.run({ disputeId, answers });
  }
  return (
    <section className={styles.gap} aria-label={t("title", { name })}>
      <p>{t("text", { name, article: inviteArticle })}</p>
      {missing.map((party) => (
        <Fragment key={party.id}>
          <SegmentField
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
          {said[party.id] ? <SpeakerField party={party} speakers={speakers} /> : null}
        </Fragment>
      ))}
      {isTried && answering.length === 0 ? <ErrorNote isFault>{t("needAny")}</ErrorNote> : null}
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <div>
        <Button small busy={act.isBusy} onClick={record}>
          {t("record", { name })}
        </Button>
      </div>
    </section>
  );
}
