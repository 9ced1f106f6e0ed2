import { useTranslations } from "next-intl";

/** Where more than this many would stand in a sentence, the first of them do, with how many they are. */
const named = 4;

/** All names, parted as the reader's language does it: 刘玉芬、张建国. */
export function useAllNames(): (names: readonly string[]) => string {
  const t = useTranslations("ui.names");
  return (names) => names.join(t("and"));
}

/** Several names in one sentence: 刘玉芬、张建国, or 刘玉芬、韦志强、农桂英、黄建军等 41 人. */
export function useNames(): (names: readonly string[]) => string {
  const t = useTranslations("ui.names");
  return (names) =>
    names.length > named + 1
      ? t("more", { names: names.slice(0, named).join(t("and")), count: names.length })
      : names.join(t("and"));
}
