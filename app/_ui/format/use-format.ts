import { useLocale } from "next-intl";
import { formatFor } from "./format-for";

/** The formatters in the reader's language. In an async server component: `formatFor(await getLocale())`. */
export function useFormat(now?: Date) {
  return formatFor(useLocale(), now);
}
