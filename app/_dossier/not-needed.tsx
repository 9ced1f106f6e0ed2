import { useTranslations } from "next-intl";
import { useAllNames } from "@/app/_ui/format/use-names";
import styles from "./dossier.module.css";

/** What this matter does not need, in one line that opens: what it needs is not lost among it. */
export function NotNeeded({ names }: { names: readonly string[] }) {
  const t = useTranslations("dossier");
  const all = useAllNames();
  if (names.length === 0) return null;
  return (
    <details className={styles.rest}>
      <summary>{t("notNeeded", { count: names.length })}</summary>
      <p>{all(names)}</p>
    </details>
  );
}
