"use client";
import { IconCheck } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { Button } from "@/app/_ui/actions/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { AgreementPage, AgreementSignature, SigningRequestLine } from "@/server/agreements/reads/agreement";
import styles from "./agreement.module.css";
import { AgreementInterpreters } from "./agreement-interpreters";
import { SealedFile } from "./sealed-file";
import { type Asked, requestsTo, type Signer, signerName, signingOf } from "./signing";

interface SignersProps {
  page: AgreementPage;
  /** Opens the dialog for one signer; absent for readers who record nothing. */
  onSign?: (signer: Signer) => void;
  /** Hands them this device to sign on. */
  onSignHere?: (signer: Asked) => void;
  /** Opens the link with which they sign on a phone of their own. */
  onAsk?: (signer: Asked) => void;
}

/** Who puts their name to it, in four groups from the parties to the seal. */
export function Signers({ page, onSign, onSignHere, onAsk }: SignersProps) {
  const t = useTranslations("agreements.signers");
  const f = useFormat();
  const { proceeding, parties, witnesses, agreement } = page;
  if (!proceeding) return null;
  const { unsigned, isMediatorSigned, ofParty, ofPerson } = signingOf(page);
  const isPeoples = proceeding.track === "peoples";
  const mediator: Signer = { kind: "mediator", name: proceeding.leadName };
  const signed = agreement?.signatures.find((one) => one.signerKind === "mediator");
  return (
    <Sheet labelledBy="signers">
      <SectionHead id="signers" title={t("title")} note={t("note")} />
      <div className={styles.groups}>
        <Group title={t("parties", { n: 1 })}>
          {parties.map((party) => (
            <SignerLine
              key={party.id}
              stamp={party.side - 1}
              signer={{ kind: "party", party }}
              signature={ofParty(party.id)}
              request={requestsTo(page, { kind: "party", party }).at(-1)}
              onSign={onSign}
              onSignHere={onSignHere}
              onAsk={onAsk}
            />
          ))}
        </Group>
        <Group title={t("witnesses", { n: 2 })}>
          {witnesses.length === 0 ? <span className={styles.small}>{t("noWitness")}</span> : null}
          {witnesses.map(({ personId, name }) => (
            <SignerLine
              key={personId}
              signer={{ kind: "witness", personId, name }}
              signature={ofPerson(personId)}
              request={requestsTo(page, { kind: "witness", personId, name }).at(-1)}
              onSign={onSign}
              onSignHere={onSignHere}
              onAsk={onAsk}
              note={t("optional")}
            />
          ))}
        </Group>
        <AgreementInterpreters page={page} onAsk={onAsk} onSignHere={onSignHere} />
        <Group title={t(isPeoples ? "mediator" : "officer", { n: 3 })}>
          <SignerLine
            signer={mediator}
            signature={signed}
            request={requestsTo(page, mediator).at(-1)}
            onSign={unsigned.length === 0 && page.isLead ? onSign : undefined}
            onSignHere={unsigned.length === 0 && page.isLead ? onSignHere : undefined}
            onAsk={page.isLead ? onAsk : undefined}
            note={
              unsigned.length > 0 ? t("afterParties") : page.isLead ? undefined : t("leadOnly", { name: mediator.name })
            }
          />
          {page.assistantName ? (
            <span className={styles.small}>{t("assistant", { name: page.assistantName })}</span>
          ) : null}
        </Group>
        <Group title={t(isPeoples ? "committee" : "effect", { n: 4 })}>
          <span className={styles.slot} data-sealed={agreement?.effectiveAt ? true : undefined}>
            {agreement?.effectiveAt ? f.day(agreement.effectiveAt) : t("sealHere")}
          </span>
          {agreement?.seal ? (
            <>
              <span className={styles.small}>{t("sealedBy", { name: agreement.seal.sealedByName })}</span>
              {page.allowed.includes("paper.ask") ? (
                <SealedFile disputeId={page.disputeId} agreementId={agreement.id} />
              ) : null}
            </>
          ) : null}
          {!agreement?.effectiveAt && isMediatorSigned && isPeoples ? (
            <span className={styles.small}>{t("unsealed")}</span>
          ) : null}
        </Group>
      </div>
    </Sheet>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

interface SignerLineProps {
  signer: Signer;
  signature: AgreementSignature | undefined;
  stamp?: number;
  note?: string;
  /** The last time they were asked to sign on a phone of their own. */
  request: SigningRequestLine | undefined;
  onSign: ((signer: Signer) => void) | undefined;
  onSignHere: ((signer: Signer) => void) | undefined;
  onAsk: ((signer: Signer) => void) | undefined;
}

/** A name with how and when it was signed, or the button that records it. */
function SignerLine({ signer, signature, stamp, note, request, onSign, onSignHere, onAsk }: SignerLineProps) {
  const t = useTranslations("agreements.signers");
  const means = useTranslations("vocabulary.signatureMeans");
  const f = useFormat();
  const name = signerName(signer);
  return (
    <div className={styles.signer}>
      <span className={styles.name}>
        {stamp === undefined ? null : <SideStamp index={stamp} small />}
        {name}
        {signature ? <IconCheck aria-hidden /> : null}
      </span>
      {signature ? (
        <span className={styles.small}>
          {signature.byLinkName ? `${t("by", { name: signature.byLinkName })} ` : null}
          {t("signedAt", { means: means(signature.means), at: f.happened(signature.signedAt) })}
        </span>
      ) : (
        <>
          <span className={styles.small}>{note ?? t("waiting")}</span>
          {request?.refusedAt ? (
            <span className={styles.small}>{t("refused", { reason: request.refusedReason })}</span>
          ) : request?.isLive ? (
            <span className={styles.small}>{t(request.isOpened ? "linkOpened" : "linkMade")}</span>
          ) : null}
          {onSign || onAsk ? (
            <Line gap={8}>
              {onSignHere ? (
                <Button small aria-label={t("here", { name })} onClick={() => onSignHere(signer)}>
                  {t("hereShort")}
                </Button>
              ) : null}
              {onSign ? (
                <Button small aria-label={t("record", { name })} onClick={() => onSign(signer)}>
                  {t("recordShort")}
                </Button>
              ) : null}
              {onAsk ? (
                <Button small aria-label={t("ask", { name })} onClick={() => onAsk(signer)}>
                  {t("askShort")}
                </Button>
              ) : null}
            </Line>
          ) : null}
        </>
      )}
    </div>
  );
}
