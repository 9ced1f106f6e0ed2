import { useTranslations } from "next-intl";
import styles from "./list.module.css";

/** Below a list that holds `most` rows at most: where it is full it says so, since nobody could tell. */
export function ListEnd({ rows, most }: { rows: readonly unknown[]; most: number }) {
  const t = useTranslations("ui");
  return rows.length < most ? null : <p className={styles.end}>{t("listEnd", { count: most })}</p>;
}
