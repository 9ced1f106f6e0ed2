"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
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
}

/** Who is told, how, and the text to read out. Everyone not yet told is ticked; the person who told them says how. */
export function NoticeForm({ disputeId, parties, isPolice }: NoticeFormProps) {
  const t = useTranslations("consents.give");
  const police = useTranslations("consents.police");
  const words = useTranslations("vocabulary.noticeMeans");
  const trpc = useTRPC();
  const unnoticed = parties.filter((party) => !party.notice);
  const [whom, setWhom] = useState<string[]>(unnoticed.map((party) => party.id));
  const [means, setMeans] = useState<NoticeMeans | null>(null);
  const [isTried, setTried] = useState(false);
  const act = useAct(trpc.consents.giveNotice.mutationOptions(), {
    onDone: ({ told }) => showToast({ message: t("done", { count: told }) }),
  });

  function give() {
    setTried(true);
    if (means && whom.length > 0) void act.run({ disputeId, partyIds: whom, means });
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
        <SegmentField
          label={t("means")}
          segments={noticeMeans.map((value) => ({ value, label: words(value) }))}
          value={means}
          onChange={setMeans}
          error={isTried && !means ? t("needMeans") : undefined}
        />
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
