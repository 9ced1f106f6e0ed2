import type { ProceedingStatus, Track } from "@/db/vocabulary";
import type { Action } from "../access/policy";
import { destinations, lifecycle, transitionOf } from "../disputes/lifecycle";

/** Every status this track leads to from here, however many acts it takes; the beginning included. */
export function reachableStatuses(track: Track, from: ProceedingStatus): Set<ProceedingStatus> {
  const found = new Set([from]);
  for (const status of found)
    for (const action of Object.keys(lifecycle[track]) as Action[]) {
      const row = transitionOf(track, action);
      if (!row?.from.includes(status)) continue;
      const led = destinations(row, status);
      for (const next of "always" in led ? [led.always] : led.may) found.add(next);
    }
  return found;
}
