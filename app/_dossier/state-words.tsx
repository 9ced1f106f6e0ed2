import { IconAlertTriangle, IconCheck, IconMinus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { PaperState } from "@/server/dossier/parts/checklist";
import styles from "./dossier.module.css";

const icons = { present: IconCheck, missing: IconAlertTriangle, notApplicable: IconMinus } as const;

/** Icon and word; a fraction where there are several of a paper. */
export function StateWords({ line }: { line: { state: PaperState; have: number; of: number } }) {
  const t = useTranslations("dossier");
  const Icon = icons[line.state];
  return (
    <span className={`${styles.state} ${styles[line.state]}`}>
      <Icon aria-hidden />
      {t(`states.${line.state}`)}
      {line.of > 1 ? <span className={styles.small}>{t("ofAll", { have: line.have, of: line.of })}</span> : null}
    </span>
  );
}
