"use client";
import { InterpretersPart } from "@/app/_interpreters/interpreters-part";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import styles from "./agreement.module.css";
import { asSpeakable } from "./party-words";
import { signingOf } from "./signing";

/** Who interprets or reads the paper aloud, between the parties and the lead; nothing before there is a draft. */
export function AgreementInterpreters({ page }: { page: AgreementPage }) {
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
    </div>
  );
}
