import { useTranslations } from "next-intl";
import { signingOf } from "@/app/_agreements/signing";
import { useHelpWords } from "@/app/_interpreters/help-words";
import { useFormat } from "@/app/_ui/format/use-format";
import type { AgreementSignature } from "@/server/agreements/reads/agreement";
import type { Interpreter } from "@/server/disputes/reads/interpreter-rows";
import styles from "./police-sheet.module.css";
import type { PoliceSheetProps } from "./sheet-props";

/** A line for each who signs; who has signed stands on it, with how and when. Then the place of the organ's seal. */
export function SheetSigners({ page, agreement, police }: Pick<PoliceSheetProps, "page" | "agreement" | "police">) {
  const t = useTranslations("violations.sheet");
  const means = useTranslations("vocabulary.signatureMeans");
  const f = useFormat(new Date(0));
  const { ofParty } = signingOf(page);
  const words = (name: string, signature: AgreementSignature | undefined) => {
    if (!signature) return null;
    const said = { name, means: means(signature.means), day: f.day(signature.signedAt) };
    return signature.byLinkName ? t("signedBy", { ...said, by: signature.byLinkName }) : t("signedOn", said);
  };
  const helps = useHelpWords();
  /** Whoever has not signed yet is named on the line, to sign there; of a reader the reading may be noted alone. */
  const interpreted = ({ name, means: how, signedAt }: Interpreter) => {
    if (!signedAt) return name;
    const said = { name, day: f.day(signedAt) };
    return how ? t("signedOn", { ...said, means: means(how) }) : t("readOutOn", said);
  };
  const host = agreement.signatures.find((one) => one.signerKind === "mediator");
  const others = police.onSpot ? police.onSpot.others : police.account?.others;
  const witnesses = agreement.signatures.filter((one) => one.signerKind === "witness");
  return (
    <section className={styles.sign}>
      {page.parties.map((party) => (
        <div key={party.id} className={styles.row}>
          <span>
            {t("sign")} {party.name}
          </span>
          <span className={styles.line}>{words(party.name, ofParty(party.id))}</span>
        </div>
      ))}
      {page.interpreters.map((one) => (
        <div key={one.id} className={styles.row}>
          <span>
            {t("interpreterSign", { help: helps(one), party: one.partyName, hasParty: one.partyName ? "yes" : "no" })}
          </span>
          <span className={styles.line}>{interpreted(one)}</span>
        </div>
      ))}
      {others || witnesses.length > 0 ? (
        <div className={styles.row}>
          <span>{t("othersSign")}</span>
          <span className={styles.line}>{witnesses.map((one) => words(one.personName ?? "", one)).join(t("and"))}</span>
        </div>
      ) : null}
      <div className={styles.row}>
        <span>{t("hostSign")}</span>
        <span className={styles.line}>{words(police.host, host)}</span>
      </div>
      <div className={styles.seal}>
        <p>{t("seal", { organ: police.account?.organ ?? police.station })}</p>
        <p>{agreement.effectiveAt ? f.day(agreement.effectiveAt) : t("date")}</p>
      </div>
    </section>
  );
}
