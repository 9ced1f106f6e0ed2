import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import type { PaperKind } from "@/db/vocabulary";

/** The worker draws a paper within a second; until all are drawn, it is asked again. */
const lookMs = 1_000;

/** A paper and, where there are several of its kind, what it is about. */
export interface Wanted {
  kind: PaperKind;
  subjectId: string | null;
}

/** Papers that were asked for in this matter, fresh while some are being made, and asking for more. */
export function usePapers(disputeId: string, isShown: boolean, onAsked?: (paperIds: string[]) => void) {
  const trpc = useTRPC();
  const { data = [] } = useQuery(
    trpc.papers.ofDispute.queryOptions(
      { disputeId },
      {
        enabled: isShown,
        refetchInterval: (query) => (query.state.data?.some(({ state }) => state === "asked") ? lookMs : false),
      },
    ),
  );
  const ask = useAct(trpc.papers.ask.mutationOptions(), { onDone: ({ paperIds }) => onAsked?.(paperIds) });
  return {
    papers: data,
    waiting: data.filter(({ state }) => state === "asked").length,
    isBusy: ask.isBusy,
    problem: ask.problem,
    ask: (papers: readonly Wanted[]) => ask.run({ disputeId, papers: [...papers] }),
  };
}
export type Papers = ReturnType<typeof usePapers>;
