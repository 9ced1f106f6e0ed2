"use client";
import { useLocale, useTranslations } from "next-intl";
import { type RefObject, useRef } from "react";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { CheckField } from "@/app/_ui/fields/check-field";
import { SignaturePad } from "@/app/_ui/fields/signature-pad";
import { formatSide } from "@/app/_ui/format/format-number";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import type { Writer } from "./hand-over";
import styles from "./handed-round.module.css";
import { ReadAloud } from "./read-aloud";
import { type Asked, signerName } from "./signing";
import type { InTurn } from "./signing-order";
import { Terms } from "./signing-terms";
import { saidBeforeSigning, useOwnSignature } from "./use-own-signature";

interface OwnSignatureProps {
  page: AgreementPage;
  turn: InTurn;
  writer: Writer;
  /** Who gets the device afterwards; null: whoever keeps the record. */
  next: InTurn | null;
  onDone: () => void;
  onBack: () => void;
}

/** What the signer sees: what follows for them, in plain words and whole, two sentences to tick, and the field for their name. */
export function OwnSignature({ page, turn: { signer }, writer, next, onDone, onBack }: OwnSignatureProps) {
  const t = useTranslations("agreements.handedRound");
  const words = useTranslations("guest.signing");
  const own = useOwnSignature(page, signer, writer, onDone);
  const terms = useRef<HTMLDListElement>(null);
  const passesOn = next && next.signer.kind !== "mediator" ? signerName(next.signer) : null;
  return (
    <section className={styles.turn}>
      <Head signer={signer} writer={writer} terms={terms} />
      <Terms page={page} partyId={signer.kind === "party" ? signer.party.id : null} listRef={terms} />
      <div className={styles.ticks}>
        {saidBeforeSigning.map((one) => (
          <CheckField
            key={one}
            label={words(one)}
            checked={own.ticked.has(one)}
            onChange={(event) => own.tick(one, event.currentTarget.checked)}
          />
        ))}
      </div>
      <p>{words("write", { name: writer.name })}</p>
      <SignaturePad key={own.round} label={words("field", { name: writer.name })} onChange={own.draw} />
      {own.fault === "ticks" ? (
        <p role="alert" className={styles.wrong}>
          {words("needTicks")}
        </p>
      ) : own.fault ? (
        <ProblemNote problem={{ code: own.fault, params: {} }} />
      ) : own.act.problem ? (
        <ProblemNote problem={own.act.problem} code={own.act.problem.reference} />
      ) : null}
      <div className={styles.foot}>
        <Button onClick={onBack}>{t("handBackUnsigned")}</Button>
        <Button onClick={own.clear}>{words("clear")}</Button>
        <Button variant="go" busy={own.act.isBusy} onClick={own.confirm}>
          {words("confirm")}
        </Button>
      </div>
      <p className={styles.quiet}>
        {passesOn ? t("passOn", { name: passesOn }) : t("handBack", { name: page.proceeding?.leadName ?? "" })}
      </p>
    </section>
  );
}

interface HeadProps {
  signer: Asked;
  writer: Writer;
  terms: RefObject<HTMLDListElement | null>;
}

/** Whose turn it is, as whom or for whom they sign, and the terms read aloud. */
function Head({ signer, writer, terms }: HeadProps) {
  const words = useTranslations("guest.signing");
  const kinds = useTranslations("vocabulary.partyLinkKinds");
  const lane = useTranslations("ui.lane");
  const locale = useLocale();
  const link = signer.kind === "party" ? signer.party.links.find(({ id }) => id === writer.linkId) : undefined;
  const asWhom =
    signer.kind === "party"
      ? lane("sideName", { side: formatSide(signer.party.side - 1, locale) })
      : words(`as.${signer.kind}`, { side: "" });
  return (
    <div className={styles.beside}>
      <div>
        <h2>{words("turn", { name: writer.name })}</h2>
        <p className={styles.quiet}>
          {link ? words("youFor", { name: signerName(signer), kind: kinds(link.kind) }) : asWhom}
        </p>
      </div>
      <ReadAloud of={terms} />
    </div>
  );
}
