"use client";
import { useTranslations } from "next-intl";
import { InterpretersPart } from "@/app/_interpreters/interpreters-part";
import { Button } from "@/app/_ui/actions/button";
import { Line } from "@/app/_ui/layout/columns";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import styles from "./agreement.module.css";
import { asSpeakable } from "./party-words";
import { type Asked, openInterpreters, requestsTo, signerId, signerName, signingOf } from "./signing";

interface AgreementInterpretersProps {
  page: AgreementPage;
  /** Opens the link with which they sign on a phone of their own. */
  onAsk?: ((asked: Asked) => void) | undefined;
  /** Hands them this device to sign on. */
  onSignHere?: ((asked: Asked) => void) | undefined;
}

/** Who interprets or reads the paper aloud, between the parties and the lead; nothing before there is a draft. */
export function AgreementInterpreters({ page, onAsk, onSignHere }: AgreementInterpretersProps) {
  const { agreement, proceeding } = page;
  if (!agreement || !proceeding || agreement.form === "oral") return null;
  const { unsigned } = signingOf(page);
  return (
    <div className={styles.helpers}>
      <InterpretersPart
        disputeId={page.disputeId}
        proceedingId={proceeding.id}
        track={proceeding.track}
        place={{
          at: "agreement",
          status: agreement.status,
          areAllSigned: unsigned.length === 0,
        }}
        refused={[]}
        list={page.interpreters}
        needs={page.needs}
        parties={page.parties.map(asSpeakable)}
        allowed={page.allowed}
      />
      {onAsk || onSignHere ? (
        <AskedInterpreters page={page} onAsk={onAsk} onSignHere={unsigned.length === 0 ? onSignHere : undefined} />
      ) : null}
    </div>
  );
}

/** Each of them once, with what became of their link, until they have signed. */
function AskedInterpreters({ page, onAsk, onSignHere }: AgreementInterpretersProps) {
  const t = useTranslations("agreements.signers");
  return openInterpreters(page).map((asked) => {
    const name = signerName(asked);
    const request = requestsTo(page, asked).at(-1);
    return (
      <div key={signerId(asked)} className={styles.signer}>
        {request?.refusedAt ? (
          <span className={styles.small}>{t("refusedBy", { name, reason: request.refusedReason })}</span>
        ) : request?.isLive ? (
          <span className={styles.small}>{t(request.isOpened ? "linkOpened" : "linkMade")}</span>
        ) : null}
        <Line>
          {onSignHere ? (
            <Button small onClick={() => onSignHere(asked)}>
              {t("here", { name })}
            </Button>
          ) : null}
          {onAsk ? (
            <Button small onClick={() => onAsk(asked)}>
              {t("ask", { name })}
            </Button>
          ) : null}
        </Line>
      </div>
    );
  });
}
