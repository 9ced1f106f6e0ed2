import { getLocale, getTranslations } from "next-intl/server";
import { problemValues } from "@/app/_ui/feedback/problem-values";
import { formatFor } from "@/app/_ui/format/format-for";
import type { InterpreterKind, Locale } from "@/db/vocabulary";

/** Everything a guest's page says, in the language of the request, and what it was asked with. */
export async function guestWords(now: Date) {
  const [
    locale,
    guest,
    signing,
    agreements,
    proofs,
    linkKinds,
    invitations,
    problems,
    ui,
    frame,
    ties,
    modes,
    reasons,
    cannot,
    kinds,
    interpreting,
  ] = await Promise.all([
    getLocale(),
    getTranslations("guest"),
    getTranslations("guest.signing"),
    getTranslations("agreements"),
    getTranslations("vocabulary.proofKinds"),
    getTranslations("vocabulary.partyLinkKinds"),
    getTranslations("invitations"),
    getTranslations("problems"),
    getTranslations("ui"),
    getTranslations("frame"),
    getTranslations("vocabulary.tieKinds"),
    getTranslations("vocabulary.sessionModes"),
    getTranslations("vocabulary.declineReasons"),
    getTranslations("sessions.own"),
    getTranslations("vocabulary.interpreterKinds"),
    getTranslations("sessions.interpreters"),
  ]);
  const f = formatFor(locale, now);
  const languages: Record<Locale, string> = { "zh-CN": frame("languages.zh-CN"), en: frame("languages.en") };
  /** The sentence of a refusal; of one without a sentence, that it did not work. */
  const problem = (given: { code: string; params?: Record<string, string | number> }): string => {
    const values = problemValues(given, { locale, tie: ties, dateTime: f.dateTime });
    return problems.has(given.code as never) ? problems(given.code as never, values as never) : problems("unexpected");
  };
  const errorCode = (code: string): string => ui("errorCode", { code });
  const sideName = (side: string): string => ui("lane.sideName", { side });
  /** 维吾尔语翻译, 手语翻译, 代读人. */
  const help = ({ kind, language }: { kind: InterpreterKind; language: string }): string =>
    kind === "spoken" ? interpreting("ofLanguage", { language }) : kinds(kind);
  const product = frame("product");
  const layout = { product, languages };
  const and = agreements("paper.and");
  const ofSigning = { signing, agreements, proofs, linkKinds, and };
  return {
    locale,
    now,
    f,
    layout,
    guest,
    invitations,
    modes,
    reasons,
    cannot,
    help,
    problem,
    errorCode,
    sideName,
    ...ofSigning,
  };
}

export type GuestWords = Awaited<ReturnType<typeof guestWords>>;
