import { useLocale, useTranslations } from "next-intl";
import { formatSide } from "@/app/_ui/format/format-number";
import styles from "./lane.module.css";
import { sideLook } from "./lane-look";

/** 甲 乙 丙 丁 / A B C D for a side, counted from 0. `small` (17 px) inside cards. */
export function SideStamp({ index, small }: { index: number; small?: boolean }) {
  const locale = useLocale();
  const t = useTranslations("ui.lane");
  const letter = formatSide(index, locale);
  return (
    <span className={`${styles.stamp} ${sideLook(index)} ${small ? styles.small : ""}`}>
      <span aria-hidden="true">{letter}</span>
      <span className="sr-only">{t("sideName", { side: letter })}</span>
    </span>
  );
}
