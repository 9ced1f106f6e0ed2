"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { v7 } from "uuid";
import { useTRPC } from "@/app/_trpc/client";
import { type ShownProblem, shownProblem } from "@/app/_trpc/use-act";
import type { NotFreeWay } from "@/server/handovers/choices";
import type { MatterOf } from "@/server/handovers/reads/matters-of";

/** What became of one matter: it went over, or it stayed for this reason. */
export interface HandedOver {
  matter: MatterOf;
  problem: ShownProblem | null;
}

interface Wish {
  from: string;
  to: string;
  reason: string;
  whereNotFree: NotFreeWay;
}

/**
 * Gives matters to another lead one after the other; one that is refused stays with its reason and does not stop the rest. A
 * retry of the same wish carries the same key for each, so that nothing happens twice.
 */
export function useHandOver() {
  const router = useRouter();
  const queryClient = useQueryClient();
  const setLead = useMutation(useTRPC().handovers.setLead.mutationOptions());
  const keys = useRef(new Map<string, string>());
  const [result, setResult] = useState<HandedOver[]>([]);
  const [isBusy, setBusy] = useState(false);

  async function give({ disputeId, proceedingId }: MatterOf, { from, to, reason, whereNotFree }: Wish) {
    const input = { disputeId, proceedingId, leadSeen: from, leadPersonId: to, leadUnit: "", reason, whereNotFree };
    const wish = JSON.stringify(input);
    const key = keys.current.get(wish) ?? v7();
    keys.current.set(wish, key);
    return setLead.mutateAsync({ key, input }).then(() => null, shownProblem);
  }

  async function run(matters: readonly MatterOf[], wish: Wish) {
    setBusy(true);
    const done: HandedOver[] = [];
    for (const matter of matters) done.push({ matter, problem: await give(matter, wish) });
    setResult(done);
    setBusy(false);
    await queryClient.invalidateQueries();
    router.refresh();
  }
  return { run, result, isBusy, clear: () => setResult([]) };
}
