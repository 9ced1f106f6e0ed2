import { useTranslations } from "next-intl";
import styles from "./skip-link.module.css";

/** First stop of the Tab key: past the rail and the top bar. */
export function SkipLink() {
  const t = useTranslations("frame");
  return (
    <a href="#content" className={styles.skip}>
      {t("skip")}
    </a>
  );
}
