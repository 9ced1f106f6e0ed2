"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { PillField } from "@/app/_ui/fields/pill-field";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { type NoticeMeans, noticeMeans } from "@/db/vocabulary";
import type { PartyConsents } from "@/server/consents/queries";
import styles from "./form.module.css";
import { articles } from "./law";
import { RightsText } from "./rights-text";

interface NoticeFormProps {
  disputeId: string;
  parties: readonly PartyConsents[];
  /** Police mediation, whose words are other ones. */
  isPolice: boolean;
  /** 'YYYY-MM-DD'. */
  today: string;
}

/** Who is told, how, and the text to read out. Everyone not yet told is ticked; the person who told them says how. */
export function NoticeForm({ disputeId, parties, isPolice, today }: NoticeFormProps) {
  const t = useTranslations("consents.give");
  const police = useTranslations("consents.police");
  const words = useTranslations("vocabulary.noticeMeans");
  const trpc = useTRPC();
  const unnoticed = parties.filter((party) => !party.notice && party.kind !== "unidentified");
  const speakers = useSpeakers({ purpose: "hear", track: isPolice ? "publicSecurity" : "peoples" });
  const [whom, setWhom] = useState<string[]>(unnoticed.map((party) => party.id));
  const [means, setMeans] = useState<NoticeMeans | null>(null);
  const chosen = unnoticed.filter((party) => whom.includes(party.id));
  const [happenedOn, setHappenedOn] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const act = useAct(trpc.consents.giveNotice.mutationOptions(), {
    onDone: ({ told }) => showToast({ message: t("done", { count: told }) }),
  });

  function give() {
    setTried(true);
    const told = speakersOf(speakers, chosen);
    if (means && whom.length > 0 && told)
      void act.run({ disputeId, partyIds: whom, means, speakers: told, happenedOn });
  }

  return (
    <Sheet labelledBy="notice-title">
      <div className={styles.form}>
        <SectionHead
          level={3}
          id="notice-title"
          title={t("title")}
          note={isPolice ? police("lead") : t("lead", { articles: articles.rights })}
        />
        <RightsText isPolice={isPolice} />
        <PillField
          isMany
          label={t("whom")}
          options={unnoticed.map((party) => ({ value: party.id, label: party.name }))}
          value={whom}
          onChange={setWhom}
          error={isTried && whom.length === 0 ? t("needWhom") : undefined}
        />
        {chosen.map((party) => (
          <SpeakerField key={party.id} party={party} speakers={speakers} />
        ))}
        {isTried && speakersOf(speakers, chosen) === null ? <ErrorNote>{t("needSpeaker")}</ErrorNote> : null}
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
            {t("do")}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
