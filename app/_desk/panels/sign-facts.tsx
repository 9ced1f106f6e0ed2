"use client";
import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { FullScreen } from "@/app/_ui/dialogs/full-screen";
import styles from "@/app/_ui/dialogs/full-screen.module.css";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { focusFirstFault } from "@/app/_ui/fields/focus-first-fault";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SignaturePad } from "@/app/_ui/fields/signature-pad";
import { type SignatureMeans, signatureMeans } from "@/db/vocabulary";
import { type SignatureFault, signatureFault } from "@/server/strokes/choices";
import type { Strokes } from "@/server/strokes/inputs";
import type { DeskSide, DeskStatement } from "../desk";
import { useServerState } from "../use-desk-state";

export interface FactSigner {
  statement: DeskStatement;
  party: DeskSide["parties"][number];
  side: number;
}

const ways = ["screen", "paper"] as const;
type Way = (typeof ways)[number];

/** The facts are read out once more and signed: on this screen, or on paper in the mediator's presence. */
export function SignFacts({
  signer: { statement, party, side },
  onClose,
}: {
  signer: FactSigner;
  onClose: () => void;
}) {
  const t = useTranslations("desk.signFacts");
  const trpc = useTRPC();
  const { where, state } = useServerState();
  const [isTried, setTried] = useState(false);
  const { track } = state.session.proceeding;
  const speakers = useSpeakers({ purpose: "bind", track }, { hasSeal: true, isTried });
  const by = speakersOf(speakers, [party])?.[0];
  const [way, setWay] = useState<Way>("screen");
  const [means, setMeans] = useState<SignatureMeans | null>(null);
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [round, setRound] = useState(0);
  const [fault, setFault] = useState<SignatureFault | null>(null);
  const sign = useAct(trpc.desk.signFacts.mutationOptions(), { refresh: false, onDone: onClose });
  function submit({ currentTarget }: MouseEvent<HTMLElement>) {
    setTried(true);
    focusFirstFault(currentTarget);
    if (!by || (way === "paper" && means === null)) return;
    const writer = party.links.find((link) => link.id === by?.linkId) ?? party;
    const noName = way === "screen" ? signatureFault(strokes, writer.name) : null;
    setFault(noName);
    if (noName) return;
    const signature = way === "screen" ? { means: "sign" as const, strokes } : { means: means ?? ("sign" as const) };
    void sign.run({
      ...where,
      statementId: statement.id,
      partyId: party.id,
      byLinkId: by?.linkId ?? null,
      ...signature,
    });
  }
  return (
    <FullScreen label={t("title", { name: party.name })} onEscape={onClose}>
      <ReadOut statement={statement} party={party} side={side} />
      <SpeakerField party={party} speakers={speakers} />
      <SegmentField
        label={t("way")}
        isInline
        segments={ways.map((one) => ({ value: one, label: t(`ways.${one}`) }))}
        value={way}
        onChange={setWay}
      />
      {way === "screen" ? (
        <SignaturePad key={round} label={t("field", { name: party.name })} onChange={setStrokes} />
      ) : (
        <OnPaper isTried={isTried} value={means} onChange={setMeans} />
      )}
      {fault ? <ProblemNote problem={{ code: fault, params: {} }} /> : null}
      {sign.problem && !fault ? <ProblemNote problem={sign.problem} /> : null}
      <div className={styles.foot}>
        <Button onClick={onClose}>{t("notNow")}</Button>
        {way === "screen" ? (
          <Button
            onClick={() => {
              setStrokes([]);
              setFault(null);
              setRound((n) => n + 1);
              sign.reset();
            }}
          >
            {t("clear")}
          </Button>
        ) : null}
        <Button variant="go" busy={sign.isBusy} onClick={submit}>
          {t("go")}
        </Button>
      </div>
    </FullScreen>
  );
}

interface OnPaperProps {
  isTried: boolean;
  value: SignatureMeans | null;
  onChange: (means: SignatureMeans) => void;
}

/** How they signed on paper; nothing is chosen beforehand. */
function OnPaper({ isTried, value, onChange }: OnPaperProps) {
  const t = useTranslations("desk.signFacts");
  const words = useTranslations("vocabulary.signatureMeans");
  return (
    <SegmentField
      label={t("means")}
      segments={signatureMeans.map((one) => ({ value: one, label: words(one) }))}
      value={value}
      onChange={onChange}
      error={isTried && value === null ? t("meansNeeded") : undefined}
    />
  );
}

/** Who is asked to sign, and the lines they sign. */
function ReadOut({ statement, party, side }: FactSigner) {
  const t = useTranslations("desk.signFacts");
  return (
    <>
      <p className={styles.whose}>
        <SideStamp index={side - 1} /> {t("title", { name: party.name })}
      </p>
      <h1>{t("ask")}</h1>
      <ol className={styles.lines}>
        {statement.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a written statement never move
          <li key={index}>{line}</li>
        ))}
      </ol>
    </>
  );
}
