import type { NewJob } from "../../kernel/jobs";

/** What came in: a police call, a clue, or a dispute that nobody called a relapse. */
export const incoming = ["call", "clue", "dispute"] as const;
export interface Incoming {
  countyId: string;
  kind: (typeof incoming)[number];
  id: string;
}

/** The job that compares it with what is over. */
export const lookForRelapse = (countyId: string, kind: Incoming["kind"], id: string): NewJob => ({
  task: "lookForRelapse",
  payload: { countyId, kind, id },
  jobKey: `relapse:${kind}:${id}`,
});
