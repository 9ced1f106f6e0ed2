import type { Page } from "@playwright/test";
import { ask } from "../api";

export interface Candidate {
  personId: string;
  name: string;
}
export interface DisputePage {
  number: string;
  title: string;
  counts: Record<string, number>;
  proceeding: { ordinal: number; status: string } | null;
}

/** What the head, an officer or a helper can know of notes: how many in which lane, and what the dispute's page counts. */
export async function known(page: Page, disputeId: string): Promise<unknown> {
  const notes = await ask<{ notes: { lane: string }[] }>(page, "notes.ofDispute", { disputeId });
  const dispute = await ask<DisputePage>(page, "disputes.byId", { disputeId });
  return {
    lanes: notes.data?.notes.map((note) => note.lane) ?? notes.code,
    counts: dispute.data?.counts ?? dispute.code,
  };
}
