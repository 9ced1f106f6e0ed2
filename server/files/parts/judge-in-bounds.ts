import { boundedPool } from "../../kernel/bounded-pool";
import { UnboundedWork } from "../../kernel/bounded-process";
import { judges } from "./file-limits";
import { type ContentFault, contentFaults } from "./judge-content";

const pool = boundedPool({
  program: "server/files/parts/judge-content-child.ts",
  processes: judges.processes,
  units: judges.files,
  ms: judges.seconds * 1_000,
  memory: judges.megabytes,
  most: 1_000,
});

/**
 * `judgeContent` in one of a few processes of their own, so that no file stops the web process or takes its memory. A file
 * that takes more than its time or memory, or ends the process, is `fileUnreadable`.
 */
export async function judgeInBounds(name: string, bytes: Buffer, judge = pool): Promise<ContentFault | null> {
  const answer = await judge(name, bytes).catch((error: unknown) => {
    if (error instanceof UnboundedWork) return "fileUnreadable";
    throw error;
  });
  if (answer === "") return null;
  return contentFaults.find((fault) => fault === answer) ?? "fileUnreadable";
}
