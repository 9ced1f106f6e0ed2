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

/** Of police mediation (程序规定 178–186). */
const policeLines = ["nature", "voluntary", "person", "guardian", "effect", "failure", "settle"] as const;

/** What is read to the parties before mediation: its nature, their rights and duties, what an agreement does. */
export function RightsText({ isPolice }: { isPolice: boolean }) {
  const t = useTranslations("consents.rights");
  const police = useTranslations("consents.police.rights");
  return (
    <details className={styles.rights}>
      <summary>{t("open")}</summary>
      <ol>
        {isPolice
          ? policeLines.map((line) => <li key={line}>{police(line)}</li>)
          : lines.map((line) => <li key={line}>{t(line)}</li>)}
      </ol>
    </details>
  );
}
