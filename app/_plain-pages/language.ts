import { localeCookieText } from "@/app/_i18n/locale-cookie";
import { locales } from "@/db/vocabulary";
import { seeOther } from "./answer";

/** The answer to the form that chooses a language: back to the page, which is read in it from then on. */
export function languageAnswer(request: Request, form: URLSearchParams, search = ""): Response {
  return seeOther(`${new URL(request.url).pathname}${search}`, languageCookies(request, form));
}

const again = "again";

/**
 * The same where the page was asked for by a form: the browser sends that form again, in the other language, so that nothing is
 * typed twice and what it asks for stands in no address. Null for what was sent again so.
 */
export function languageAskedAgain(request: Request, form: URLSearchParams): Response | null {
  const { pathname, searchParams } = new URL(request.url);
  const locale = localeIn(form);
  if (!locale || searchParams.get(again) === locale) return null;
  const sent = new Headers({ location: `${pathname}?${again}=${locale}`, "cache-control": "no-store" });
  for (const cookie of languageCookies(request, form)) sent.append("set-cookie", cookie);
  return new Response(null, { status: 307, headers: sent });
}

function languageCookies(request: Request, form: URLSearchParams): string[] {
  const isHttps =
    new URL(request.url).protocol === "https:" || (process.env.NEXTAUTH_URL?.startsWith("https://") ?? false);
  const locale = localeIn(form);
  return locale ? [localeCookieText(locale, isHttps)] : [];
}

const localeIn = (form: URLSearchParams) => locales.find((one) => one === form.get("locale"));
