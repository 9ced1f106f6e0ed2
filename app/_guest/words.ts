import { getTranslations } from "next-intl/server";
import { plainWords } from "@/app/_plain-pages/words";
import type { InterpreterKind } from "@/db/vocabulary";

/** Everything a guest's page says, in the language of the request, and what it was asked with. */
export async function guestWords(now: Date) {
  const [
    plain,
    guest,
    signing,
    agreements,
    proofs,
    linkKinds,
    invitations,
    ui,
    modes,
    reasons,
    cannot,
    kinds,
    interpreting,
  ] = await Promise.all([
    plainWords(now),
    getTranslations("guest"),
    getTranslations("guest.signing"),
    getTranslations("agreements"),
    getTranslations("vocabulary.proofKinds"),
    getTranslations("vocabulary.partyLinkKinds"),
    getTranslations("invitations"),
    getTranslations("ui"),
    getTranslations("vocabulary.sessionModes"),
    getTranslations("vocabulary.declineReasons"),
    getTranslations("sessions.own"),
    getTranslations("vocabulary.interpreterKinds"),
    getTranslations("sessions.interpreters"),
  ]);
  const errorCode = (code: string): string => ui("errorCode", { code });
  const sideName = (side: string): string => ui("lane.sideName", { side });
  /** 维吾尔语翻译, 手语翻译, 代读人. */
  const help = ({ kind, language }: { kind: InterpreterKind; language: string }): string =>
    kind === "spoken" ? interpreting("ofLanguage", { language }) : kinds(kind);
  const and = agreements("paper.and");
  const ofSigning = { signing, agreements, proofs, linkKinds, and };
  return {
    ...plain,
    now,
    guest,
    invitations,
    modes,
    reasons,
    cannot,
    help,
    errorCode,
    sideName,
    ...ofSigning,
  };
}

export type GuestWords = Awaited<ReturnType<typeof guestWords>>;
