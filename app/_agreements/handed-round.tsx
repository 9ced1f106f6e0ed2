"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { FullScreen } from "@/app/_ui/dialogs/full-screen";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import { HandOver, type Writer } from "./hand-over";
import styles from "./handed-round.module.css";
import { OwnSignature } from "./own-signature";
import { SignerChain } from "./signer-chain";
import { signerName } from "./signing";
import { type InTurn, nextInTurn, signingOrder } from "./signing-order";

interface HandedRoundProps {
  page: AgreementPage;
  /** Whose turn it is first. */
  firstId: string;
  onClose: () => void;
}

/**
 * The paper is signed at the table on one device that goes from hand to hand: whoever keeps the record checks who it is and
 * hands it over, the signer reads what follows for them and writes their name, and it goes on to the next.
 */
export function HandedRound({ page, firstId, onClose }: HandedRoundProps) {
  const t = useTranslations("agreements.handedRound");
  const [signed, setSigned] = useState<ReadonlySet<string>>(new Set());
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [turn, setTurn] = useState<InTurn | null>(() => signingOrder(page).find(({ id }) => id === firstId) ?? null);
  const [writer, setWriter] = useState<Writer | null>(null);
  const [last, setLast] = useState<string | null>(null);

  const after = (one: InTurn) => nextInTurn(page, new Set([...signed, ...skipped, one.id]));
  function goOn(from: InTurn) {
    setWriter(null);
    setTurn(after(from));
  }
  function done(one: InTurn, name: string) {
    setSigned(new Set([...signed, one.id]));
    setLast(name);
    goOn(one);
  }
  function skip(one: InTurn) {
    setSkipped(new Set([...skipped, one.id]));
    goOn(one);
  }

  return (
    <FullScreen label={t("title")} onEscape={onClose} isTop>
      <div className={styles.head}>
        <h1>{t("title")}</h1>
        <Button variant="text" onClick={onClose}>
          {t(turn ? "notNow" : "back")}
        </Button>
      </div>
      <SignerChain page={page} signed={signed} turn={turn} onChoose={writer ? undefined : setTurn} />
      {last && !writer ? (
        <p role="status" className={styles.done}>
          {t("signedBy", { name: last })}
        </p>
      ) : null}
      {turn && writer ? (
        <OwnSignature
          key={turn.id}
          page={page}
          turn={turn}
          writer={writer}
          next={after(turn)}
          onDone={() => done(turn, writer.name)}
          onBack={() => setWriter(null)}
        />
      ) : turn ? (
        <HandOver
          key={turn.id}
          page={page}
          turn={turn}
          onHandOver={setWriter}
          onSkip={turn.isOptional ? () => skip(turn) : undefined}
        />
      ) : (
        <Over page={page} signed={signed} onClose={onClose} />
      )}
    </FullScreen>
  );
}

/** Nobody more signs on this device: who is still missing, or what comes next. */
function Over({ page, signed, onClose }: { page: AgreementPage; signed: ReadonlySet<string>; onClose: () => void }) {
  const t = useTranslations("agreements.handedRound");
  const isPeoples = page.proceeding?.track === "peoples";
  const missing = signingOrder(page).filter(
    ({ id, isSigned, isOptional }) => !isSigned && !isOptional && !signed.has(id),
  );
  const [lead] = missing;
  return (
    <section className={styles.turn}>
      <h2>{t(lead ? "partiesSigned" : "allSigned")}</h2>
      <p>{lead ? t("leadSigns", { name: signerName(lead.signer) }) : t(isPeoples ? "sealNext" : "effectNext")}</p>
      <Button variant="go" onClick={onClose}>
        {t("back")}
      </Button>
    </section>
  );
}
