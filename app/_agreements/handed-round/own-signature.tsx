"use client";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { CheckField } from "@/app/_ui/fields/check-field";
import { SignaturePad } from "@/app/_ui/fields/signature-pad";
import { formatSide } from "@/app/_ui/format/format-number";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import { signatureFault } from "@/server/strokes/choices";
import type { Strokes } from "@/server/strokes/inputs";
import { signerName } from "../signing";
import type { Writer } from "./hand-over";
import styles from "./handed-round.module.css";
import type { InTurn } from "./order";
import { ReadAloud } from "./read-aloud";
import { Terms } from "./terms";

const said = ["voluntary", "understood"] as const;

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
  const kinds = useTranslations("vocabulary.partyLinkKinds");
  const side = useTranslations("ui.lane");
  const locale = useLocale();
  const trpc = useTRPC();
  const act = useAct(trpc.agreements.sign.mutationOptions(), { onDone });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [round, setRound] = useState(0);
  const [fault, setFault] = useState<string | null>(null);
  const terms = useRef<HTMLDListElement>(null);
  const link = signer.kind === "party" ? signer.party.links.find(({ id }) => id === writer.linkId) : undefined;
  const asWhom =
    signer.kind === "party"
      ? side("sideName", { side: formatSide(signer.party.side - 1, locale) })
      : words(`as.${signer.kind}`, { side: "" });

  function tick(one: string, isTicked: boolean) {
    setTicked((all) => new Set([...all].filter((other) => other !== one).concat(isTicked ? [one] : [])));
    setFault(null);
  }
  function clear() {
    setStrokes([]);
    setFault(null);
    setRound((n) => n + 1);
    act.reset();
  }
  function confirm() {
    const wrong = ticked.size < said.length ? "ticks" : signatureFault(strokes, writer.name);
    setFault(wrong);
    if (wrong) return;
    const who =
      signer.kind === "party"
        ? { kind: "party" as const, partyId: signer.party.id, byLinkId: writer.linkId }
        : signer.kind === "witness"
          ? { kind: "witness" as const, personId: signer.personId }
          : { kind: "mediator" as const };
    void act.run({
      disputeId: page.disputeId,
      proceedingId: page.proceeding?.id,
      signer: who,
      means: "sign",
      drawn: { strokes, isVoluntary: true, isUnderstood: true },
    });
  }

  return (
    <section className={styles.turn}>
      <div className={styles.beside}>
        <div>
          <h2>{words("turn", { name: writer.name })}</h2>
          <p className={styles.quiet}>
            {link ? words("youFor", { name: signerName(signer), kind: kinds(link.kind) }) : asWhom}
          </p>
        </div>
        <ReadAloud of={terms} />
      </div>
      <Terms page={page} partyId={signer.kind === "party" ? signer.party.id : null} listRef={terms} />
      <div className={styles.ticks}>
        {said.map((one) => (
          <CheckField
            key={one}
            label={words(one)}
            checked={ticked.has(one)}
            onChange={(event) => tick(one, event.currentTarget.checked)}
          />
        ))}
      </div>
      <p>{words("write", { name: writer.name })}</p>
      <SignaturePad
        key={round}
        label={words("field", { name: writer.name })}
        onChange={(drawn) => {
          setStrokes(drawn);
          setFault(null);
        }}
      />
      {fault === "ticks" ? (
        <p role="alert" className={styles.wrong}>
          {words("needTicks")}
        </p>
      ) : fault ? (
        <ProblemNote problem={{ code: fault, params: {} }} />
      ) : act.problem ? (
        <ProblemNote problem={act.problem} code={act.problem.reference} />
      ) : null}
      <div className={styles.foot}>
        <Button onClick={onBack}>{t("handBackUnsigned")}</Button>
        <Button onClick={clear}>{words("clear")}</Button>
        <Button variant="go" busy={act.isBusy} onClick={confirm}>
          {words("confirm")}
        </Button>
      </div>
      <p className={styles.quiet}>
        {t(next && next.signer.kind !== "mediator" ? "passOn" : "handBack", {
          name: next && next.signer.kind !== "mediator" ? signerName(next.signer) : (page.proceeding?.leadName ?? ""),
        })}
      </p>
    </section>
  );
}
