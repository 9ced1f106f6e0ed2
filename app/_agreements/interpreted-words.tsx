"use client";
import { useTranslations } from "next-intl";
import { useHelpWords } from "@/app/_interpreters/help-words";
import { useFormat } from "@/app/_ui/format/use-format";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import styles from "./agreement.module.css";

/** The paper's last lines: who interpreted it for whom, or read it out to them, and when they signed. */
export function InterpretedWords({ page }: { page: AgreementPage }) {
  const t = useTranslations("agreements.paper");
  const means = useTranslations("vocabulary.signatureMeans");
  const helps = useHelpWords();
  const f = useFormat();
  return page.interpreters.map((one) => {
    const named = t("interpreted", {
      name: one.name,
      party: one.partyName,
      help: helps(one),
      hasParty: one.partyName ? "yes" : "no",
    });
    const signed =
      one.signedAt && one.means ? t("interpreterSigned", { at: f.day(one.signedAt), means: means(one.means) }) : "";
    const read =
      one.signedAt && one.kind === "reader"
        ? t("readOut", { name: one.name, party: one.partyName, at: f.day(one.signedAt) })
        : "";
    return (
      <p key={one.id} className={styles.preamble}>
        {named}
        {read}
        {signed}
      </p>
    );
  });
}
