"use client";
import { useTranslations } from "next-intl";
import { InterpretersPart } from "@/app/_interpreters/interpreters-part";
import { Button } from "@/app/_ui/actions/button";
import { Line } from "@/app/_ui/layout/columns";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import styles from "./agreement.module.css";
import { asSpeakable } from "./party-words";
import { type Asked, requestsTo, signingOf } from "./signing";

interface AgreementInterpretersProps {
  page: AgreementPage;
  /** Opens the link with which they sign on a phone of their own. */
  onAsk?: ((asked: Asked) => void) | undefined;
}

/** Who interprets or reads the paper aloud, between the parties and the lead; nothing before there is a draft. */
export function AgreementInterpreters({ page, onAsk }: AgreementInterpretersProps) {
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
      {onAsk ? <AskedInterpreters page={page} onAsk={onAsk} /> : null}
    </div>
  );
}

/** Each of them once, with what became of their link, until they have signed. */
function AskedInterpreters({ page, onAsk }: { page: AgreementPage; onAsk: (asked: Asked) => void }) {
  const t = useTranslations("agreements.signers");
  const open = page.interpreters.filter(({ signedAt }) => !signedAt);
  const once = [...new Map(open.map((one) => [`${one.personId} ${one.name}`, one])).values()];
  return once.map(({ id, name }) => {
    const asked: Asked = { kind: "interpreter", interpreterId: id, name };
    const request = requestsTo(page, asked).at(-1);
    return (
      <div key={id} className={styles.signer}>
        {request?.refusedAt ? (
          <span className={styles.small}>{t("refusedBy", { name, reason: request.refusedReason })}</span>
        ) : request?.isLive ? (
          <span className={styles.small}>{t(request.isOpened ? "linkOpened" : "linkMade")}</span>
        ) : null}
        <Line>
          <Button small onClick={() => onAsk(asked)}>
            {t("ask", { name })}
          </Button>
        </Line>
      </div>
    );
  });
}
