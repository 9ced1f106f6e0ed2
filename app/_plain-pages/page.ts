import type { Locale } from "@/db/vocabulary";
import { locales } from "@/db/vocabulary";
import { constant, type Html, html, type Part } from "./html";
import { look } from "./look";

export interface PlainPage {
  title: string;
  locale: Locale;
  /** The words around every plain page: the product's name, and the languages by their own names. */
  frame: { product: string; languages: Record<Locale, string> };
  /** Of this answer's content policy; null where our own server did not stamp the request, as in tests. */
  nonce: string | null;
  main: Part;
  /** Hidden fields of what the page was asked with, which the other language asks with again. */
  asked?: Part;
  /** A script of the product's own; the page works without it. */
  script?: string;
}

/** The nonce that our own server gave this request (bin/operation/processes/stamp-requests.mjs). */
export const nonceOf = (headers: Pick<Headers, "get">): string | null =>
  /'nonce-([\w+/=-]+)'/.exec(headers.get("content-security-policy") ?? "")?.[1] ?? null;

/**
 * A whole document that works without script: nothing is loaded beside it, and its forms post. Its own content policy comes
 * on top of that of all answers. Addresses lead nowhere but to us with a referrer; without one a form would post without
 * naming its origin.
 */
export function plainPage({ title, locale, frame, nonce, main, asked, script }: PlainPage): Html {
  return html`<!doctype html>
    <html lang="${locale}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
    <meta name="robots" content="noindex, nofollow, noarchive">
    <meta name="referrer" content="same-origin">
    <meta name="format-detection" content="telephone=no">${policy(nonce)}
    <title>${title} · ${frame.product}</title>
    <link rel="icon" href="data:,">${element("style", look, nonce)}</head>
    <body>
    <div class="frame">
    <header>${mark}<b>${frame.product}</b>${languages(locale, frame.languages, asked)}</header>
    <main id="content" tabindex="-1">${main}</main></div>${script ? element("script", script, nonce) : null}</body></html>`;
}

const element = (name: "style" | "script", content: string, nonce: string | null): Html =>
  constant(`<${name}${nonce ? ` nonce="${nonce}"` : ""}>${content}</${name}>`);

const policy = (nonce: string | null): Html | null =>
  nonce
    ? html`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'">`
    : null;

/** Posts to the page itself, which answers with itself in the other language. */
const languages = (here: Locale, names: Record<Locale, string>, asked: Part): Html[] =>
  locales
    .filter((locale) => locale !== here)
    .map(
      (locale) =>
        html`<form method="post" data-screen>
          <input type="hidden" name="act" value="language">${asked}
          <button class="button plain" name="locale" value="${locale}" lang="${locale}">${names[locale]}</button></form>`,
    );

/** The product's logo, as app/_frame/mark.tsx draws it. */
const dots = [4, 13.6, 23.2]
  .flatMap((y) =>
    [4, 13.6, 23.2].map((x) =>
      x === 13.6 && y === 13.6 ? "" : `M${x - 3.4} ${y}a3.4 3.4 0 0 1 6.8 0a3.4 3.4 0 0 1-6.8 0z`,
    ),
  )
  .join("");
const mark = html`<svg viewBox="-1 -1 29.2 29.2" width="28" height="28" aria-hidden="true">
  <path class="mid" d="${dots}"/>
  <rect class="ours" x="8.8" y="8.8" width="9.6" height="9.6" rx="1.4"/></svg>`;
