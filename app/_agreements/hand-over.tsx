"use client";
import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { SpeakerField } from "@/app/_binding/speaker-field";
import { speakersOf, useSpeakers } from "@/app/_binding/use-speakers";
import { Button } from "@/app/_ui/actions/button";
import { focusFirstFault } from "@/app/_ui/fields/focus-first-fault";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import styles from "./handed-round.module.css";
import { asSpeakable } from "./party-words";
import { signerName } from "./signing";
import type { InTurn } from "./signing-order";

/** Whose hand writes: the signer's own, or somebody's who may sign for them. */
export interface Writer {
  name: string;
  linkId: string | null;
}

interface HandOverProps {
  page: AgreementPage;
  turn: InTurn;
  onHandOver: (writer: Writer) => void;
  /** Goes on without somebody whose name the paper does not need. */
  onSkip: (() => void) | undefined;
}

/** For whoever keeps the record, before the device changes hands: who signs, and whether it is really them. */
export function HandOver({ page, turn: { signer }, onHandOver, onSkip }: HandOverProps) {
  const t = useTranslations("agreements.handedRound");
  const [isTried, setTried] = useState(false);
  const speakers = useSpeakers({ purpose: "bind", track: page.proceeding?.track ?? "peoples" }, { isTried });
  const party = signer.kind === "party" ? asSpeakable(signer.party) : null;
  const by = party && speakersOf(speakers, [party])?.[0];
  const linkId = by?.linkId ?? null;
  const name = party?.links.find((link) => link.id === linkId)?.name ?? signerName(signer);
  const isOwn = signer.kind === "mediator";
  function handOver({ currentTarget }: MouseEvent<HTMLElement>) {
    setTried(true);
    focusFirstFault(currentTarget);
    if (party === null || by) onHandOver({ name, linkId });
  }
  return (
    <section className={styles.turn}>
      <h2>{t(isOwn ? "ownTurn" : "before", { name })}</h2>
      <p>{t(isOwn ? "ownTurnWhat" : "check", { name })}</p>
      {party ? <SpeakerField party={party} speakers={speakers} /> : null}
      <div className={styles.foot}>
        {onSkip ? <Button onClick={onSkip}>{t("skip", { name })}</Button> : null}
        <Button variant="go" onClick={handOver}>
          {t(isOwn ? "signMyself" : "handOver", { name })}
        </Button>
      </div>
      <p className={styles.quiet}>{t("onPaper")}</p>
    </section>
  );
}
