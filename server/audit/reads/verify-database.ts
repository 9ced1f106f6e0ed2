import type { KeyObject } from "node:crypto";
import type { Sql } from "postgres";
import { verifyChains } from "./verify-chains";
import { verifyCheckpoints } from "./verify-checkpoints";
import { verifyContent } from "./verify-content";
import { verifyGuards } from "./verify-guards";

/** What was signed outside the database, and by which key; null when this database has no checkpoint yet. */
export interface Signed {
  lines: readonly string[];
  key: KeyObject;
}

/**
 * Everything that `npm run verify` compares inside the database, at one moment: `tx` is a transaction of the owner, who
 * sees every county. Times are hashed as text in UTC, so the transaction's time zone is set here.
 */
export async function verifyDatabase(
  tx: Sql,
  { triggers, signed }: { triggers: readonly string[]; signed: Signed | null },
) {
  await tx`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true), set_config('statement_timeout', '0', true)`;
  return {
    chains: await verifyChains(tx),
    content: await verifyContent(tx),
    checkpoints: signed && (await verifyCheckpoints(tx, signed.lines, signed.key)),
    guards: await verifyGuards(tx, triggers),
  };
}
export type DatabaseReport = Awaited<ReturnType<typeof verifyDatabase>>;

const chainWords = {
  hash: "an event's content does not fit its hash",
  link: "an event does not follow the one before it",
  gap: "an event is missing",
  head: "the end of the chain was cut or replaced",
  missing: "the chain is missing",
  stray: "a chain without a dispute",
} as const;
const contentWords = {
  changed: "was changed without its act",
  removed: "was deleted",
  added: "was put in without an act",
  rewritten: "was written a second time, which no act does",
  unsigned: "was written by no act",
  digests: "the list of what the act wrote was altered",
} as const;
const checkpointWords = {
  file: "the checkpoint's line is not as it was signed",
  cut: "the chain ends before an event that was signed",
  rewritten: "the chain is not the one that was signed",
  dropped: "the chain that was signed is gone",
  backdated: "an event says it is older than a checkpoint that did not see it",
} as const;
const guardWords = { off: "is switched off", gone: "is gone" } as const;

/** Every fault as one line: the dispute's number first, then the place and what is wrong there. */
export function faultLines({ chains, content, checkpoints, guards }: DatabaseReport): string[] {
  return [
    ...chains.faults.map(({ subject, seq, fault }) => `${subject}  event ${seq}: ${chainWords[fault]}`),
    ...content.faults.map(({ subject, row, fault }) => `${subject}  ${row}: ${contentWords[fault]}`),
    ...(checkpoints?.faults ?? []).map(
      ({ subject, at, seq, fault }) =>
        `${subject}  ${fault === "file" ? "line" : "event"} ${seq}: ${checkpointWords[fault]}${at ? ` (checkpoint of ${at})` : ""}`,
    ),
    ...guards.map(({ table, trigger, fault }) => `${table}  trigger ${trigger} ${guardWords[fault]}`),
  ];
}
