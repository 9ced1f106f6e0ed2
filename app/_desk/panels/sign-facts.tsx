"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { useSpeakerNeeds } from "@/app/_binding/use-speaker-needs";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { FullScreen } from "@/app/_ui/dialogs/full-screen";
import styles from "@/app/_ui/dialogs/full-screen.module.css";
import { type Need, useMissing } from "@/app/_ui/dialogs/use-missing";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
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
  const speakers = useSpeakers({ purpose: "bind", track: state.session.proceeding.track }, { hasSeal: true });
  const by = speakersOf(speakers, [party])?.[0];
  const [way, setWay] = useState<Way>("screen");
  const [means, setMeans] = useState<SignatureMeans | null>(null);
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [round, setRound] = useState(0);
  const [fault, setFault] = useState<SignatureFault | null>(null);
  const sign = useAct(trpc.desk.signFacts.mutationOptions(), { refresh: false, onDone: onClose });
  const speakerNeeds = useSpeakerNeeds(speakers);
  const needs: Need[] = [
    ...speakerNeeds([party]),
    way === "screen" ? [t("field", { name: party.name }), strokes.length > 0] : [t("means"), means !== null],
  ];
  const { said, press } = useMissing(needs);
  function submit() {
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
      <Signed {...{ way, party, round, means }} onStrokes={setStrokes} onMeans={setMeans} />
      {said ? <ErrorNote>{said}</ErrorNote> : null}
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
        <Button
          variant="go"
          busy={sign.isBusy}
          onClick={({ currentTarget }) => press(currentTarget.closest("dialog"), submit)}
        >
          {t("go")}
        </Button>
      </div>
    </FullScreen>
  );
}

interface SignedProps {
  way: Way;
  party: FactSigner["party"];
  /** Counted up when the field is emptied. */
  round: number;
  means: SignatureMeans | null;
  onStrokes: (strokes: Strokes) => void;
  onMeans: (means: SignatureMeans) => void;
}

/** Where it is signed on the screen, or what stands on the paper. */
function Signed({ way, party, round, means, onStrokes, onMeans }: SignedProps) {
  const t = useTranslations("desk.signFacts");
  const meansWords = useTranslations("vocabulary.signatureMeans");
  if (way === "screen")
    return <SignaturePad key={round} label={t("field", { name: party.name })} onChange={onStrokes} />;
  return (
    <SegmentField
      label={t("means")}
      segments={signatureMeans.map((one) => ({ value: one, label: meansWords(one) }))}
      value={means}
      onChange={onMeans}
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
