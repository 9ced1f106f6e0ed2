"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { CheckField } from "@/app/_ui/fields/check-field";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { PillField } from "@/app/_ui/fields/pill-field";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { ConsentMatrix } from "@/server/consents/queries";
import styles from "./form.module.css";

/** Records one party's answer. Nothing is ticked before the party has said it. */
export function ConsentForm(props: { disputeId: string; matrix: ConsentMatrix /** 'YYYY-MM-DD' */; today: string }) {
  const { matrix } = props;
  const t = useTranslations("consents.record");
  const [partyId, setPartyId] = useState<string[]>([]);
  const party = matrix.parties.find((one) => one.id === partyId[0]);
  return (
    <Sheet labelledBy="consent-title">
      <div className={styles.form}>
        <SectionHead level={3} id="consent-title" title={t("title")} note={t("hint")} />
        <PillField
          label={t("who")}
          options={matrix.parties.map((one) => ({ value: one.id, label: one.name }))}
          value={partyId}
          onChange={setPartyId}
        />
        {party ? <Answers key={party.id} {...props} party={party} onDone={() => setPartyId([])} /> : null}
      </div>
    </Sheet>
  );
}

interface AnswersProps {
  disputeId: string;
  matrix: ConsentMatrix;
  today: string;
  party: ConsentMatrix["parties"][number];
  onDone: () => void;
}

function Answers({ disputeId, matrix, today, party, onDone }: AnswersProps) {
  const t = useTranslations("consents.record");
  const locale = useLocale();
  const trpc = useTRPC();
  const { id, name } = party;
  const speakers = useSpeakers({ purpose: "consent", track: matrix.track ?? "peoples" });
  const hasAgreed = party.mediation?.answer === "agreed";
  const [toMediation, setToMediation] = useState(false);
  const [yes, setYes] = useState<string[]>([]);
  const [no, setNo] = useState<string[]>([]);
  const [happenedOn, setHappenedOn] = useState<string | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  const act = useAct(trpc.consents.record.mutationOptions(), {
    onDone: () => {
      showToast({ message: t("done", { name }) });
      onDone();
    },
  });
  const options = matrix.forces.map((force) => ({
    value: force.code,
    label: locale === "en" ? force.nameEn : force.nameZh,
  }));

  function record() {
    const said = speakersOf(speakers, [party]);
    const spokenByLinkId = said?.[0]?.linkId ?? null;
    const answers = answersOf({ partyId: id, spokenByLinkId }, { toMediation, yes, no });
    setEmpty(answers.length === 0);
    if (answers.length > 0 && said) void act.run({ disputeId, answers, happenedOn });
  }

  return (
    <>
      <SpeakerField party={party} speakers={speakers} />
      {hasAgreed ? (
        <p className={styles.hint}>{t("mediationDone", { name })}</p>
      ) : (
        <CheckField
          label={t("mediation", { name })}
          checked={toMediation}
          onChange={(event) => setToMediation(event.currentTarget.checked)}
        />
      )}
      <div className={styles.forces}>
        <PillField
          isMany
          label={t("forces")}
          options={options.filter((one) => !no.includes(one.value))}
          value={yes}
          onChange={setYes}
        />
        <div>
          <Button
            small
            variant="text"
            onClick={() => setYes(options.map((one) => one.value).filter((code) => !no.includes(code)))}
          >
            {t("all")}
          </Button>
        </div>
      </div>
      <PillField
        isMany
        label={t("forcesNo")}
        options={options.filter((one) => !yes.includes(one.value))}
        value={no}
        onChange={setNo}
      />
      <HappenedDay label={t("on")} today={today} value={happenedOn} onChange={setHappenedOn} />
      {isEmpty ? <ErrorNote>{t("needAny")}</ErrorNote> : null}
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <div>
        <Button variant="go" busy={act.isBusy} disabled={speakers.of(party) === null} onClick={record}>
          {t("do", { name })}
        </Button>
      </div>
    </>
  );
}

/** What was ticked, as one answer to each subject. */
function answersOf(
  who: { partyId: string; spokenByLinkId: string | null },
  { toMediation, yes, no }: { toMediation: boolean; yes: readonly string[]; no: readonly string[] },
) {
  const ofForces = (codes: readonly string[], answer: "agreed" | "refused") =>
    codes.map((forceCode) => ({ ...who, subject: "inviteForce" as const, forceCode, answer }));
  const mediation = toMediation ? [{ ...who, subject: "mediation" as const, answer: "agreed" as const }] : [];
  return [...mediation, ...ofForces(yes, "agreed"), ...ofForces(no, "refused")];
}
