import { useTranslations } from "next-intl";
import styles from "./form.module.css";

const lines = [
  "nature",
  "voluntary",
  "mediator",
  "guests",
  "openOrClosed",
  "decide",
  "truth",
  "order",
  "respect",
  "effect",
] as const;

/** What is read to the parties before mediation: its nature, their rights and duties, what an agreement does. */
export function RightsText() {
  const t = useTranslations("consents.rights");
  return (
    <details className={styles.rights}>
      <summary>{t("open")}</summary>
      <ol>
        {lines.map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ol>
    </details>
  );
}
