"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { v7 } from "uuid";
import { useTRPCClient } from "@/app/_trpc/client";
import { type ShownProblem, shownProblem } from "@/app/_trpc/use-act";
import { outcomeOf } from "../outbox/send-act";

interface TickOptions {
  where: { disputeId: string; sessionId: string };
  isUp: boolean;
  look: () => Promise<unknown>;
  /** A tick could not be sent. */
  onAway: () => void;
}

/** Attendance ticks shown at once. One that could not be sent stays as it is and is sent again after reconnecting. */
export function useTicks({ where, isUp, look, onAway }: TickOptions) {
  const client = useTRPCClient();
  const [ticked, setTicked] = useState<Readonly<Record<string, boolean>>>({});
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const wanted = useRef(new Map<string, { isHere: boolean; spokenByLinkId: string | null; key: string }>());
  const going = useRef(new Set<string>());

  const bring = useCallback(
    async (rowId: string) => {
      if (going.current.has(rowId)) return;
      going.current.add(rowId);
      try {
        // Toggled again while it was being sent: the newest value is sent too.
        for (let want = wanted.current.get(rowId); want; want = wanted.current.get(rowId)) {
          const { isHere, spokenByLinkId, key } = want;
          const attendance = isHere ? ("present" as const) : ("expected" as const);
          try {
            await client.desk.tickAttendance.mutate({ key, input: { ...where, rowId, attendance, spokenByLinkId } });
            await look();
          } catch (failure) {
            if (outcomeOf(failure).is === "away") return onAway();
            setProblem(shownProblem(failure));
          }
          if (wanted.current.get(rowId) !== want) continue;
          wanted.current.delete(rowId);
          setTicked(({ [rowId]: _done, ...rest }) => rest);
        }
      } finally {
        going.current.delete(rowId);
      }
    },
    [client, where, look, onAway],
  );
  const tick = useCallback(
    (rowId: string, isHere: boolean, spokenByLinkId: string | null = null) => {
      setProblem(null);
      wanted.current.set(rowId, { isHere, spokenByLinkId, key: v7() });
      setTicked((all) => ({ ...all, [rowId]: isHere }));
      void bring(rowId);
    },
    [bring],
  );
  useEffect(() => {
    if (isUp) for (const rowId of wanted.current.keys()) void bring(rowId);
  }, [isUp, bring]);
  return useMemo(() => ({ ticked, tick, problem }), [ticked, tick, problem]);
}
