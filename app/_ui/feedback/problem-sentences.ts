import { createTranslator, useLocale } from "next-intl";
import { useSyncExternalStore } from "react";
import type { Locale } from "@/db/vocabulary";

/** Fetched with the first refusal and then kept by the browser: hundreds of sentences, of which a page rarely says one. */
const fetchSentences = {
  "zh-CN": async () => sayingIn("zh-CN", (await import("@/app/_i18n/messages/zh-CN/problems.json")).default),
  en: async () => sayingIn("en", (await import("@/app/_i18n/messages/en/problems.json")).default),
} satisfies Record<Locale, () => Promise<Sentences>>;

/** After a failed fetch the next refusal tries again, but not every drawing of the page. */
const restMs = 10_000;

/** Says a problem's sentence; null for a code without one. */
export type Sentences = (code: string, params: Record<string, string | number>) => string | null;

type Fetched = Sentences | "fetching" | "failed";
const fetched = new Map<Locale, Fetched>();
const listeners = new Set<() => void>();

/** The sentences of all problems, and how to ask for them: undefined until somebody asked. */
export function useProblemSentences(): { sentences: Fetched | undefined; ask: () => void } {
  const locale = useLocale();
  const sentences = useSyncExternalStore(
    listen,
    () => fetched.get(locale),
    () => undefined,
  );
  return { sentences, ask: () => void fetchOnce(locale) };
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function fetchOnce(locale: Locale): Promise<void> {
  if (fetched.has(locale)) return;
  fetched.set(locale, "fetching");
  const answer = await fetchSentences[locale]().catch(() => "failed" as const);
  fetched.set(locale, answer);
  if (answer === "failed") setTimeout(() => fetched.delete(locale), restMs);
  for (const listener of listeners) listener();
}

function sayingIn(locale: Locale, problems: Record<string, unknown>): Sentences {
  const t = createTranslator({ locale, messages: { problems }, namespace: "problems", timeZone: "Asia/Shanghai" });
  return (code, params) => (t.has(code as never) ? t(code as never, params as never) : null);
}
