import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Mark } from "./mark";
import styles from "./nothing-here.module.css";

/** Looks the same for absent and for forbidden pages. Fits into any frame. */
export function NothingHere() {
  const t = useTranslations("frame.notFound");
  return (
    <div className={styles.nothing}>
      {/* The page that was not found has set no title. */}
      <title>{t("title")}</title>
      <Mark size={48} />
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <ButtonLink href="/" variant="go">
        {t("home")}
      </ButtonLink>
    </div>
  );
}
