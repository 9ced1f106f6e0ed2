"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { HappenedDay } from "@/app/_ui/fields/happened-day";
import { PillField } from "@/app/_ui/fields/pill-field";
import { TextArea } from "@/app/_ui/fields/text-field";
import { recordRefusalLimits } from "@/app/_ui/limits/consents";
import { type OtherRoute, otherRoutes } from "@/db/vocabulary";
import type { PartyConsents } from "@/server/consents/queries";
import styles from "./form.module.css";
import { articles } from "./law";

interface RefusalDialogProps {
  disputeId: string;
  parties: readonly PartyConsents[];
  /** A police case goes on to a penalty (程序规定 179、185). */
  isPolice: boolean;
  /** 'YYYY-MM-DD'. */
  today: string;
}

/** One party clearly refuses: which one, and which other routes were told; then mediation stops. */
export function RefusalDialog({ disputeId, parties, isPolice, today }: RefusalDialogProps) {
  const t = useTranslations("consents.refuse");
  const police = useTranslations("consents.police");
  const routeWords = useTranslations("vocabulary.otherRoutes");
  const trpc = useTRPC();
  const [isOpen, setOpen] = useState(false);
  const [party, setParty] = useState<string[]>([]);
  const [isTried, setTried] = useState(false);
  const { refusing, speakers, said } = useRefusing(parties, party[0], { isPolice, isTried });
  const [reason, setReason] = useState("");
  const [routes, setRoutes] = useState<string[]>([]);
  const [refusedOn, setRefusedOn] = useState<string | null>(null);
  const act = useAct(trpc.consents.refuse.mutationOptions(), {
    onDone: ({ sessions, invitations }) => {
      setOpen(false);
      showToast({ message: t("done", { sessions, invitations }) });
    },
  });

  function refuse() {
    setTried(true);
    const routesTold = otherRoutes.filter((route: OtherRoute) => routes.includes(route));
    if (!said || routesTold.length === 0) return;
    const { partyId, linkId: spokenByLinkId } = said;
    void act.run({ disputeId, partyId, spokenByLinkId, reason, routesTold, happenedOn: refusedOn });
  }

  return (
    <>
      <Button small variant="stop" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <ActDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t("title")}
        verb={t("do")}
        tone="stop"
        leave={t("keep")}
        act={act}
        refusal="own"
        onGo={refuse}
      >
        <div className={styles.dialog}>
          <p>{isPolice ? police("consequence") : t("consequence", { article: articles.refusal })}</p>
          <PillField
            label={t("party")}
            options={parties.map((one) => ({ value: one.id, label: one.name }))}
            value={party}
            onChange={setParty}
            error={isTried && party.length === 0 ? t("needParty") : undefined}
          />
          {refusing ? <SpeakerField party={refusing} speakers={speakers} /> : null}
          <TextArea
            label={t("reason")}
            minRows={2}
            maxLength={recordRefusalLimits.reason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <HappenedDay label={t("on")} today={today} value={refusedOn} onChange={setRefusedOn} />
          <p>{isPolice ? police("tell") : t("tell", { article: articles.routes })}</p>
          <PillField
            isMany
            label={t("routes")}
            options={otherRoutes.map((value) => ({ value, label: routeWords(value) }))}
            value={routes}
            onChange={setRoutes}
            error={isTried && routes.length === 0 ? t("needRoutes") : undefined}
          />
          {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
        </div>
      </ActDialog>
    </>
  );
}

/** The party that refuses, and who says so for it. */
function useRefusing(
  parties: readonly PartyConsents[],
  partyId: string | undefined,
  { isPolice, isTried }: { isPolice: boolean; isTried: boolean },
) {
  const track = isPolice ? "publicSecurity" : "peoples";
  const speakers = useSpeakers({ purpose: "consent", track }, { isTried });
  const refusing = parties.find((one) => one.id === partyId);
  return { refusing, speakers, said: refusing && speakersOf(speakers, [refusing])?.[0] };
}
