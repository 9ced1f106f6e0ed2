import { useLocale, useTranslations } from "next-intl";
import { formatSide } from "@/app/_ui/format/format-number";
import type { AgreementParty } from "@/server/agreements/reads/agreement";
import type { Speakable } from "@/server/binding/choices";
import { numerousFrom } from "./sheet/paper-sides";

type Named = Pick<AgreementParty, "id" | "side" | "name">;

/** Words for parties as a paper says them: 甲方, or 甲方刘玉芬 where a side has several. */
export function usePartyWords(parties: readonly Named[]) {
  const locale = useLocale();
  const t = useTranslations("agreements.paper");
  const lane = useTranslations("ui.lane");
  const isShared = (side: number) => parties.filter((party) => party.side === side).length > 1;
  const sideWords = (side: number) => lane("sideName", { side: formatSide(side - 1, locale) });

  const one = (party: Named) => {
    const side = sideWords(party.side);
    if (!isShared(party.side)) return side;
    return locale === "en" ? `${side} ${party.name}` : `${side}${party.name}`;
  };
  /** "甲方、乙方"; a numerous side of which everybody is meant, as a whole. Empty where nobody was named. */
  const listed = (ids: readonly string[]) =>
    [...new Set(parties.map(({ side }) => side))]
      .flatMap((side) => {
        const members = parties.filter((party) => party.side === side);
        const meant = members.filter((party) => ids.includes(party.id));
        return meant.length === members.length && members.length >= numerousFrom
          ? [t("wholeSide", { side: sideWords(side), count: members.length })]
          : meant.map(one);
      })
      .join(t("and"));
  return { listed, sideWords };
}

/** The party as forms ask who speaks for it. A paper sent before guardians were told apart says only who was a minor. */
export const asSpeakable = (party: AgreementParty): Speakable => ({
  ...party,
  needsGuardian: party.needsGuardian ?? party.isMinor,
  isSuspect: party.isSuspect ?? false,
  isDeparted: party.isDeparted ?? false,
  departedOn: party.departedOn ?? null,
});
