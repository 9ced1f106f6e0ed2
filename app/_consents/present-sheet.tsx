"use client";
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useState } from "react";
import { electedFor, RepresentativeField } from "@/app/_binding/representative-field";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { focusFirstFault } from "@/app/_ui/fields/focus-first-fault";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type NoticeMeans, noticeMeans } from "@/db/vocabulary";
import type { ConsentMatrix } from "@/server/consents/queries";
import styles from "./form.module.css";
import { articles } from "./law";
import { RightsText } from "./rights-text";
import { answersWhenTold, type Said, saids } from "./said";

interface PresentSheetProps {
  disputeId: string;
  matrix: ConsentMatrix;
  /** Police mediation, whose words are other ones. */
  isPolice: boolean;
  /** 'YYYY-MM-DD'. */
  today: string;
}

/**
 * Everyone who is there is told and asked in one sheet: the text to read out, and each party's own answer. Nothing is chosen
 * for anybody; whoever has no answer is not there and is left for later.
 */
export function PresentSheet({ disputeId, matrix, isPolice, today }: PresentSheetProps) {
  const t = useTranslations("consents.give");
  const words = useTranslations("vocabulary.noticeMeans");
  const trpc = useTRPC();
  const untold = matrix.parties.filter((party) => !party.notice && party.kind !== "unidentified");
  const [isTried, setTried] = useState(false);
  const speakers = useSpeakers({ purpose: "hear", track: isPolice ? "publicSecurity" : "peoples" }, { isTried });
  // Those who elected somebody are told and answer through them, all at once.
  const represented = untold.filter((party) => electedFor(party, speakers.saying).length > 0);
  const inPerson = untold.filter((party) => !represented.includes(party));
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const [means, setMeans] = useState<NoticeMeans | null>(null);
  const [happenedOn, setHappenedOn] = useState<string | null>(null);
  const act = useAct(trpc.consents.giveNotice.mutationOptions(), {
    onDone: ({ told, recorded }) => showToast({ message: t(recorded ? "doneAsked" : "done", { count: told }) }),
  });
  const present = untold.filter((party) => (said[party.id] ?? "away") !== "away");
  const isAsked = present.some((party) => said[party.id] !== "told");

  function give({ currentTarget }: MouseEvent<HTMLElement>) {
    setTried(true);
    focusFirstFault(currentTarget);
    const told = speakersOf(speakers, present);
    if (!means || !told || present.length === 0) return;
    const codes = matrix.forces.map((force) => force.code);
    const answers = told.flatMap((one) => answersWhenTold(one, said[one.partyId] ?? "told", codes));
    void act.run({ disputeId, partyIds: told.map((one) => one.partyId), means, speakers: told, answers, happenedOn });
  }

  return (
    <Sheet labelledBy="notice-title">
      <div className={styles.form}>
        <NoticeWords isPolice={isPolice} />
        {inPerson.map((party) => (
          <Present
            key={party.id}
            name={
              <>
                <SideStamp index={party.side - 1} small /> {party.name}
              </>
            }
            value={said[party.id] ?? null}
            onChange={(answer) => setSaid({ ...said, [party.id]: answer })}
          >
            <SpeakerField party={party} speakers={speakers} />
          </Present>
        ))}
        {represented[0] ? (
          <Present
            name={t("represented", { count: represented.length })}
            value={said[represented[0].id] ?? null}
            onChange={(answer) =>
              setSaid({ ...said, ...Object.fromEntries(represented.map((party) => [party.id, answer])) })
            }
          >
            <RepresentativeField parties={represented} speakers={speakers} />
          </Present>
        ) : null}
        {isTried && present.length === 0 ? <ErrorNote isFault>{t("needWhom")}</ErrorNote> : null}
        <SegmentField
          label={t("means")}
          segments={noticeMeans.map((value) => ({ value, label: words(value) }))}
          value={means}
          onChange={setMeans}
          error={isTried && !means ? t("needMeans") : undefined}
        />
        <HappenedDay label={t("on")} today={today} value={happenedOn} onChange={setHappenedOn} />
        {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
        <div>
          <Button variant="go" busy={act.isBusy} onClick={give}>
            {t(isAsked ? "doAsked" : "do")}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** What is to be said, and by which law. */
function NoticeWords({ isPolice }: { isPolice: boolean }) {
  const t = useTranslations("consents.give");
  const police = useTranslations("consents.police");
  return (
    <>
      <SectionHead
        level={3}
        id="notice-title"
        title={t("title")}
        note={isPolice ? police("lead") : t("lead", { articles: articles.rights })}
      />
      <RightsText isPolice={isPolice} />
    </>
  );
}

interface PresentProps {
  name: ReactNode;
  value: Said | null;
  onChange: (said: Said) => void;
  /** Who speaks for them, asked of whoever is there. */
  children: ReactNode;
}

/** What one of those who are there says, once told. */
function Present({ name, value, onChange, children }: PresentProps) {
  const t = useTranslations("consents.give.said");
  return (
    <div className={styles.present}>
      <SegmentField<Said>
        isInline
        label={name}
        segments={saids.map((one) => ({ value: one, label: t(one) }))}
        value={value}
        onChange={onChange}
      />
      {value === null || value === "away" ? null : children}
    </div>
  );
}
