import { useTranslations } from "next-intl";
import styles from "./skip-link.module.css";

/** The first tab stop: skips the rail and the top bar. */
export function SkipLink() {
  const t = useTranslations("frame");
  return (
    <a href="#content" className={styles.skip}>
      {t("skip")}
    </a>
  );
}
