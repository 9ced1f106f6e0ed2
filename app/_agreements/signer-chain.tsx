"use client";
import { IconCheck } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { formatSide } from "@/app/_ui/format/format-number";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import styles from "./handed-round.module.css";
import { signerName } from "./signing";
import { type InTurn, isInTurn, signingOrder } from "./signing-order";

interface SignerChainProps {
  page: AgreementPage;
  signed: ReadonlySet<string>;
  turn: InTurn | null;
  /** Another goes first; absent while somebody is signing. */
  onChoose: ((one: InTurn) => void) | undefined;
}

/** Everybody who signs, in order, with who has; the seal or the entry into force last. */
export function SignerChain({ page, signed, turn, onChoose }: SignerChainProps) {
  const t = useTranslations("guest.signing");
  const locale = useLocale();
  const stampOf = ({ signer }: InTurn) =>
    signer.kind === "party" ? formatSide(signer.party.side - 1, locale) : t(`stamp.${signer.kind}`);
  return (
    <ul className={styles.chain} aria-label={t("who")}>
      {signingOrder(page).map((one) => {
        const isDone = one.isSigned || signed.has(one.id);
        const name = signerName(one.signer);
        const said = (
          <>
            <span className={styles.dot} aria-hidden="true">
              {isDone ? <IconCheck /> : stampOf(one)}
            </span>
            <span className={styles.name}>{name}</span>
            <span className={styles.hidden}>{t(isDone ? "signedShort" : "waitingShort")}</span>
          </>
        );
        const state = isDone ? "done" : one.id === turn?.id ? "now" : undefined;
        const canChoose = onChoose && !isDone && one.id !== turn?.id && isInTurn(page, one, signed);
        return (
          <li key={one.id} data-state={state} aria-current={state === "now" ? "step" : undefined}>
            {canChoose ? (
              <button type="button" onClick={() => onChoose(one)}>
                {said}
              </button>
            ) : (
              <div>{said}</div>
            )}
          </li>
        );
      })}
      <li data-state="last">
        <div>
          <span className={styles.dot} aria-hidden="true">
            {t("stamp.seal")}
          </span>
          <span className={styles.name}>{t(page.proceeding?.track === "peoples" ? "seal" : "effect")}</span>
        </div>
      </li>
    </ul>
  );
}
