import { type EventAction, isAnnounced } from "@/db/vocabulary-events";
import type { NewJob } from "./jobs";

/** The job that notifies people of an event, enqueued in the event's transaction; none for silent events. */
export function announcement(countyId: string, chain: string, seq: number, action: EventAction): NewJob[] {
  if (!isAnnounced(action)) return [];
  return [{ task: "announce", payload: { countyId, chain, seq }, jobKey: `announce:${chain}:${seq}` }];
}
