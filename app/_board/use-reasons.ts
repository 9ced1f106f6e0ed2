import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/use-format";
import type { Candidate } from "@/server/invitations/rank-candidates";

interface Reason {
  isGood: boolean;
  words: string;
}

const manyOpen = 5;
const hour = 3_600_000;

/** Why this person, in words: what speaks for and what against. */
export function useReasons(): (one: Candidate) => Reason[] {
  const t = useTranslations("board.reasons");
  const comma = useTranslations("board")("listComma");
  const f = useFormat();

  function results({ asked, accepted, medianHours }: Candidate): Reason {
    if (asked === 0) return { isGood: true, words: t("new") };
    const isGood = accepted * 2 >= asked;
    if (medianHours === null) return { isGood, words: t("results", { asked, accepted }) };
    return { isGood, words: t("resultsIn", { asked, accepted, wait: f.wait(medianHours * hour) }) };
  }

  function here({ status, objecting }: Candidate): Reason[] {
    if (objecting.length > 0) return [{ isGood: false, words: t("objecting", { names: objecting.join(comma) }) }];
    if (status === null) return [];
    const words = status === "declined" || status === "expired" ? t(status) : t("live");
    return [{ isGood: status !== "declined" && status !== "expired", words }];
  }

  return (one) => [
    ...here(one),
    ...(one.isDeputy ? [{ isGood: true, words: t("deputy") }] : []),
    ...(one.isFree === null
      ? []
      : [one.isFree ? { isGood: true, words: t("free") } : { isGood: false, words: t("busy") }]),
    ...(one.area
      ? [{ isGood: true, words: one.isNear ? t("near", { area: one.area }) : t("area", { area: one.area }) }]
      : []),
    results(one),
    ...(one.load > 0 ? [{ isGood: one.load < manyOpen, words: t("load", { count: one.load }) }] : []),
  ];
}
