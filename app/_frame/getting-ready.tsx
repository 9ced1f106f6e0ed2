import { getTranslations } from "next-intl/server";
import styles from "./getting-ready.module.css";
import { MarkReady } from "./mark-ready";

/**
 * A page from the server is drawn before its script has come. Until then its controls cannot be pressed and soon look like
 * it; on a slow line a sentence says why, and without script another one says that it is needed.
 */
export async function GettingReady() {
  const t = await getTranslations("frame");
  return (
    <>
      <p className={styles.strip} role="status">
        <span>{t("gettingReady")}</span>
      </p>
      <noscript>
        <p className={styles.needed}>{t("scriptNeeded")}</p>
      </noscript>
      <MarkReady />
    </>
  );
}
