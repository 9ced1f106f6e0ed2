"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { electedFor, RepresentativeField } from "@/app/_binding/representative-field";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { useSpeakerNeeds } from "@/app/_binding/use-speaker-needs";
import { type Speakers, speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { NeedsButton } from "@/app/_ui/dialogs/needs-button";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { CheckField } from "@/app/_ui/fields/check-field";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { PillField } from "@/app/_ui/fields/pill-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type ConsentAnswer, consentAnswers } from "@/db/vocabulary";
import type { ConsentMatrix } from "@/server/consents/queries";
import styles from "./form.module.css";

/** Stands for all who elected representatives. */
const everyRepresented = "represented";

/** Records one party's answer, or that of all who answer through their representatives. Nothing is ticked before the party has said it. */
export function ConsentForm(props: { disputeId: string; matrix: ConsentMatrix /** 'YYYY-MM-DD' */; today: string }) {
  const { matrix } = props;
  const t = useTranslations("consents.record");
  const [partyId, setPartyId] = useState<string[]>([]);
  const represented = matrix.parties.filter(
    (one) => electedFor(one, { purpose: "consent", track: "peoples" }).length > 0,
  );
  const inPerson = matrix.parties.filter((one) => !represented.includes(one));
  const isGroup = partyId[0] === everyRepresented;
  const chosen = isGroup ? represented : matrix.parties.filter((one) => one.id === partyId[0]);
  return (
    <Sheet labelledBy="consent-title">
      <div className={styles.form}>
        <SectionHead level={3} id="consent-title" title={t("title")} note={t("hint")} />
        <PillField
          label={t("who")}
          options={[
            ...(represented.length > 0
              ? [{ value: everyRepresented, label: t("represented", { count: represented.length }) }]
              : []),
            ...inPerson.map((one) => ({ value: one.id, label: one.name })),
          ]}
          value={partyId}
          onChange={setPartyId}
        />
        {chosen.length > 0 ? (
          <Answers key={partyId[0]} {...props} parties={chosen} isGroup={isGroup} onDone={() => setPartyId([])} />
        ) : null}
      </div>
    </Sheet>
  );
}

interface AnswersProps {
  disputeId: string;
  matrix: ConsentMatrix;
  today: string;
  /** One party, or all of those who answer through whom they elected. */
  parties: ConsentMatrix["parties"];
  isGroup: boolean;
  onDone: () => void;
}

function Answers({ disputeId, matrix, today, parties, isGroup, onDone }: AnswersProps) {
  const t = useTranslations("consents.record");
  const locale = useLocale();
  const trpc = useTRPC();
  const [first] = parties;
  const name = isGroup || !first ? t("represented", { count: parties.length }) : first.name;
  const speakers = useSpeakers({ purpose: "consent", track: matrix.track ?? "peoples" });
  const spoken = useSpeakerNeeds(speakers);
  const hasAgreed = parties.every((party) => party.mediation?.answer === "agreed");
  const [toMediation, setToMediation] = useState(false);
  const [yes, setYes] = useState<string[]>([]);
  const [no, setNo] = useState<string[]>([]);
  const [onBothSides, setOnBothSides] = useState<BothSides>({});
  const [happenedOn, setHappenedOn] = useState<string | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  const act = useAct(trpc.consents.record.mutationOptions(), {
    onDone: () => {
      showToast({ message: t("done", { name }) });
      onDone();
    },
  });
  const options = matrix.forces.map(({ code, nameEn, nameZh }) => ({
    ...{ value: code, label: locale === "en" ? nameEn : nameZh },
  }));

  function record() {
    const said = speakersOf(speakers, parties) ?? [];
    const answers = said.flatMap((one) => answersOf(one, { toMediation, yes, no, onBothSides }));
    setEmpty(answers.length === 0);
    if (answers.length > 0) void act.run({ disputeId, answers, happenedOn });
  }

  return (
    <>
      <WhoSays isGroup={isGroup} parties={parties} speakers={speakers} />
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
      {first && !isGroup ? <OnBothSides party={first} said={onBothSides} onSay={setOnBothSides} /> : null}
      <HappenedDay label={t("on")} today={today} value={happenedOn} onChange={setHappenedOn} />
      {isEmpty ? <ErrorNote>{t("needAny")}</ErrorNote> : null}
      {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
      <NeedsButton needs={spoken(parties)} isBusy={act.isBusy} onGo={record}>
        {t("do", { name })}
      </NeedsButton>
    </>
  );
}

/** Whoever speaks: one representative for all of a group, or for one party itself or who stands beside it. */
function WhoSays({ isGroup, parties, speakers }: Pick<AnswersProps, "isGroup" | "parties"> & { speakers: Speakers }) {
  const [first] = parties;
  if (isGroup) return <RepresentativeField parties={parties} speakers={speakers} />;
  return first ? <SpeakerField party={first} speakers={speakers} /> : null;
}

type BothSides = Readonly<Record<string, ConsentAnswer>>;

/** Whether an agent who stands on another side too may speak for the party: the party itself says so, or not. */
function OnBothSides(props: {
  party: ConsentMatrix["parties"][number];
  said: BothSides;
  onSay: (said: BothSides) => void;
}) {
  const { party, said, onSay } = props;
  const t = useTranslations("consents.record");
  if (party.needsGuardian) return null;
  return party.links
    .filter((link) => link.kind !== "guardian" && (link.isOpposed || party.bothSides[link.id]))
    .map((link) => (
      <SegmentField
        key={link.id}
        label={t("bothSides", { agent: link.name })}
        value={said[link.id] ?? party.bothSides[link.id] ?? null}
        onChange={(answer) => onSay({ ...said, [link.id]: answer })}
        segments={consentAnswers.map((value) => ({ value, label: t(`bothSidesAnswer.${value}`) }))}
      />
    ));
}

interface Ticked {
  toMediation: boolean;
  yes: readonly string[];
  no: readonly string[];
  onBothSides: BothSides;
}

/** What was ticked, as one answer to each subject. */
function answersOf(
  { partyId, linkId }: { partyId: string; linkId: string | null },
  { toMediation, yes, no, onBothSides }: Ticked,
) {
  const who = { partyId, spokenByLinkId: linkId };
  const ofForces = (codes: readonly string[], answer: "agreed" | "refused") =>
    codes.map((forceCode) => ({ ...who, subject: "inviteForce" as const, forceCode, answer }));
  const mediation = toMediation ? [{ ...who, subject: "mediation" as const, answer: "agreed" as const }] : [];
  const agents = Object.entries(onBothSides).map(([aboutLinkId, answer]) => ({
    ...{ partyId, subject: "bothSides" as const, aboutLinkId, answer },
  }));
  return [...agents, ...mediation, ...ofForces(yes, "agreed"), ...ofForces(no, "refused")];
}
