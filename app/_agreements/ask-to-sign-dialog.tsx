"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { useSpeakerNeeds } from "@/app/_binding/use-speaker-needs";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { type HandedOut, HandedOutLink } from "@/app/_links/handed-out-link";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { showToast } from "@/app/_ui/feedback/toasts";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line, Stack } from "@/app/_ui/layout/columns";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import { asSpeakable } from "./party-words";
import { type Asked, askedInput, requestsTo, signerName } from "./signing";

interface AskToSignProps {
  page: AgreementPage;
  signer: Asked;
  onClose: () => void;
}

/** A link with which one signer reads the paper and signs it on a phone of their own; shown once, as a code to scan and as an address. */
export function AskToSignDialog({ page, signer, onClose }: AskToSignProps) {
  const t = useTranslations("agreements.askToSign");
  const trpc = useTRPC();
  const [made, setMade] = useState<HandedOut | null>(null);
  const act = useAct(trpc.signing.ask.mutationOptions(), {
    onDone: ({ token, code, expiresAt }) => setMade(token && code ? { token, code, expiresAt } : null),
  });
  const speakers = useSpeakers({ purpose: "bind", track: page.proceeding?.track ?? "peoples" });
  const party = signer.kind === "party" ? asSpeakable(signer.party) : null;
  const by = party && speakersOf(speakers, [party])?.[0];
  const spoken = useSpeakerNeeds(speakers);
  const name = party?.links.find((link) => link.id === by?.linkId)?.name ?? signerName(signer);

  const stop = useAct(trpc.signing.stop.mutationOptions(), {
    onDone: () => {
      showToast({ message: t("stopped") });
      onClose();
    },
  });
  const live = requestsTo(page, signer).findLast(({ isLive }) => isLive);

  function ask() {
    act.run({
      disputeId: page.disputeId,
      proceedingId: page.proceeding?.id,
      signer: askedInput(signer, by?.linkId ?? null),
    });
  }

  return (
    <ActDialog
      title={t("title", { name })}
      verb={t(made ? "again" : "make")}
      leave={made ? t("close") : undefined}
      act={act}
      needs={spoken(party ? [party] : [])}
      onGo={ask}
      onClose={onClose}
    >
      <Stack>
        <p>{t("what")}</p>
        {party ? <SpeakerField party={party} speakers={speakers} /> : null}
        {made ? <MadeLink made={made} name={name} /> : null}
        {live && !made ? (
          <Line gap={12}>
            <p>{t("live")}</p>
            <Button
              small
              variant="stop"
              busy={stop.isBusy}
              onClick={() =>
                stop.run({ disputeId: page.disputeId, proceedingId: page.proceeding?.id, requestId: live.id })
              }
            >
              {t("stop")}
            </Button>
          </Line>
        ) : null}
        {stop.problem ? <ProblemNote problem={stop.problem} code={stop.problem.reference} /> : null}
      </Stack>
    </ActDialog>
  );
}

function MadeLink({ made, name }: { made: HandedOut; name: string }) {
  const t = useTranslations("agreements.askToSign");
  const f = useFormat();
  const words = {
    drawing: t("drawing", { name }),
    once: t("once", { until: f.dateTime(made.expiresAt) }),
    copy: t("copy"),
    copied: t("copied"),
    address: t("address"),
    code: t("code"),
    care: t("care", { name }),
  };
  return <HandedOutLink made={made} words={words} />;
}
