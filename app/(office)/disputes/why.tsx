import { useTranslations } from "next-intl";
import { Marked } from "@/app/_ui/text/marked";
import type { DisputeInList } from "@/server/disputes/reads/list";
import styles from "./list.module.css";

/** By what each word of a search found this dispute; the title stands above, so it is not said again. */
export function Why({ why }: Pick<DisputeInList, "why">) {
  const t = useTranslations("disputes.list.why");
  const shown = why.filter((one, i) => why.findIndex((other) => other.text === one.text) === i);
  if (shown.length === 0) return null;
  return (
    <span className={styles.why}>
      {shown.map(({ field, text, word }) => (
        <span key={`${field} ${text}`}>
          {t(field)} <Marked text={text} word={word} />
        </span>
      ))}
    </span>
  );
}
