import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Mark } from "./mark";
import styles from "./nothing-here.module.css";

/** Absent and forbidden look the same. Stands in whatever frame it is shown in. */
export function NothingHere() {
  const t = useTranslations("frame.notFound");
  return (
    <div className={styles.nothing}>
      {/* The page that was not found told none. */}
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
