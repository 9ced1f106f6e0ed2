import { useTranslations } from "next-intl";
import type { SeriesKey } from "@/server/numbers/parts/own-series";

const words = {
  agreement: "agreement",
  oralAgreement: "oralAgreement",
  dossier: "dossier",
  intake: "intake",
  ending: "ending",
  nonAcceptance: "nonAcceptance",
  "agreement.publicSecurity": "policeAgreement",
  "onSpot.publicSecurity": "onSpot",
  "noPenalty.publicSecurity": "noPenalty",
  "dossier.publicSecurity": "policeDossier",
} as const satisfies Record<SeriesKey, string>;

/** What the numbers of a series stand on. */
export function useSeriesName(): (key: SeriesKey) => string {
  const t = useTranslations("numbers.names");
  return (key) => t(words[key]);
}
