import { useTranslations } from "next-intl";
import type { CandidateTie } from "@/server/panel/reads/candidates";

/** A tie in words: "曾代理刘玉芬". An earlier attempt concerns everyone and names nobody. */
export function useTieWords(): (tie: Pick<CandidateTie, "kind" | "party">) => string {
  const t = useTranslations("panel.ties.kind");
  return ({ kind, party }) => t(kind, { party });
}

/** Each tie once: an earlier attempt is stored for every party but is one statement. */
export function distinctTies(ties: readonly CandidateTie[]): CandidateTie[] {
  const seen = new Set<string>();
  return ties.filter((tie) => {
    const key = tie.kind === "failedAttempt" ? tie.kind : `${tie.kind} ${tie.partyId}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
