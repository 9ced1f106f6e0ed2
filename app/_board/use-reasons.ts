import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Candidate, CandidateTie } from "@/server/panel/reads/candidates";
import { distinctTies, useTieWords } from "./use-tie-words";

export interface Reason {
  isGood: boolean;
  words: string;
}

const manyOpen = 5;
const hour = 3_600_000;

/** The reasons for and against this person, in words. */
export function useReasons(): (one: Candidate) => Reason[] {
  const t = useTranslations("board.reasons");
  const ties = useTranslations("panel.ties");
  const comma = useTranslations("board")("listComma");
  const tieWords = useTieWords();
  const f = useFormat();

  function answers({ asked, accepted, medianHours }: Candidate): Reason {
    if (asked === 0) return { isGood: true, words: t("new") };
    const isGood = accepted * 2 >= asked;
    if (medianHours === null) return { isGood, words: t("results", { asked, accepted }) };
    return { isGood, words: t("resultsIn", { asked, accepted, wait: f.wait(medianHours * hour) }) };
  }

  function here({ status, objecting }: Candidate): Reason[] {
    if (objecting.length > 0) return [{ isGood: false, words: t("objecting", { names: objecting.join(comma) }) }];
    if (status === null) return [];
    const isLost = status === "declined" || status === "expired" || status === "recused";
    return [{ isGood: !isLost, words: isLost ? t(status) : t("live") }];
  }

  const tied = (tie: CandidateTie): Reason => ({
    isGood: tie.isWaived,
    words: ties(tie.isWaived ? "waived" : tie.source === "disclosed" ? "disclosedWaits" : "waits", {
      tie: tieWords(tie),
    }),
  });

  /** An objection is already listed above, among the parties' answers. */
  const tiesOf = (one: Candidate): Reason[] => {
    const said = distinctTies(one.ties.filter((tie) => tie.kind !== "objection"));
    return said.length > 0 ? said.map(tied) : one.ties.length > 0 ? [] : [{ isGood: true, words: ties("none") }];
  };

  return (one) => [
    ...here(one),
    ...tiesOf(one),
    ...(one.isDeputy ? [{ isGood: true, words: t("deputy") }] : []),
    ...(one.presence === null
      ? []
      : [{ isGood: one.presence === "can" || one.presence === "ifNeedBe", words: t(`presence.${one.presence}`) }]),
    ...(one.area
      ? [{ isGood: true, words: one.isNear ? t("near", { area: one.area }) : t("area", { area: one.area }) }]
      : []),
    answers(one),
    ...(one.ended > 0
      ? [{ isGood: one.agreed * 2 >= one.ended, words: t("agreed", { ended: one.ended, agreed: one.agreed }) }]
      : []),
    ...(one.load > 0 ? [{ isGood: one.load < manyOpen, words: t("load", { count: one.load }) }] : []),
  ];
}
