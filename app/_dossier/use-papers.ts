import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import type { PaperLine } from "@/server/papers/parts/paper-list";

/** The worker draws a paper within a second; until all are drawn, it is asked again. */
const lookMs = 1_000;

/** What one press asks for: one paper for each that a line is about, at most as many as the server takes. */
const askedOf = (lines: readonly PaperLine[]) =>
  lines
    .filter(({ canPrint }) => canPrint)
    .flatMap(({ kind, subjects }) => {
      const ids = subjects.length > 0 ? subjects.map(({ id }) => id) : [null];
      return ids.map((subjectId) => ({ kind, subjectId }));
    })
    .slice(0, 40);

/** Papers that were asked for in this matter, fresh while some are being made, and asking for more. */
export function usePapers(disputeId: string, mayAsk: boolean) {
  const trpc = useTRPC();
  const { data = [] } = useQuery(
    trpc.papers.ofDispute.queryOptions(
      { disputeId },
      {
        enabled: mayAsk,
        refetchInterval: (query) => (query.state.data?.some(({ state }) => state === "asked") ? lookMs : false),
      },
    ),
  );
  const ask = useAct(trpc.papers.ask.mutationOptions());
  return {
    papers: data,
    waiting: data.filter(({ state }) => state === "asked").length,
    isBusy: ask.isBusy,
    problem: ask.problem,
    ask: (lines: readonly PaperLine[]) => ask.run({ disputeId, papers: askedOf(lines) }),
  };
}
export type Papers = ReturnType<typeof usePapers>;
