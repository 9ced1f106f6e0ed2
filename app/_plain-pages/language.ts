import { localeCookieText } from "@/app/_i18n/locale-cookie";
import { locales } from "@/db/vocabulary";
import { seeOther } from "./answer";

/** The answer to the form that chooses a language: back to the page, which is read in it from then on. */
export function languageAnswer(request: Request, form: URLSearchParams): Response {
  const { pathname, protocol } = new URL(request.url);
  const isHttps = protocol === "https:" || (process.env.NEXTAUTH_URL?.startsWith("https://") ?? false);
  const locale = locales.find((one) => one === form.get("locale"));
  return seeOther(pathname, locale ? [localeCookieText(locale, isHttps)] : []);
}
