import type { AsyncLocalStorage } from "node:async_hooks";
import { Problem } from "./problem";

declare global {
  /** One record for each request that the web process answers, made by bin/operation/processes/answer-requests.mjs. */
  var zhongtiaoAnswers: AsyncLocalStorage<{ isUnreachable: boolean; isOverloaded?: boolean }> | undefined;
}

/** Seconds after which a caller may try again; a restart of the database takes about as long. */
export const retrySeconds = 5;

/** Connections refused, cut or not made in time, as Node and the driver name them. */
const lost = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
]);
/** What PostgreSQL says: shutting down or starting up, no connection left, connection broken. */
const saidByServer = /^(57P0[123]|53300|08[0-9A-Z]{3})$/;

/** Whether the error, or the one it wraps, means that the database cannot be reached at the moment. */
export function isUnreachable(error: unknown): boolean {
  for (let e = error, depth = 0; e && typeof e === "object" && depth < 5; depth += 1) {
    const code = "code" in e ? e.code : null;
    // ENOENT of a socket, never of a file: the file store has its own answer.
    if (typeof code === "string" && saidByServer.test(code)) return true;
    if (
      typeof code === "string" &&
      lost.has(code) &&
      (code !== "ENOENT" || ("syscall" in e && e.syscall === "connect"))
    )
      return true;
    e = "cause" in e ? e.cause : null;
  }
  return false;
}

/** The refusal while the database cannot be reached; the answer to this request becomes a 503. */
export function unavailable(): Problem {
  const answer = globalThis.zhongtiaoAnswers?.getStore();
  if (answer) answer.isUnreachable = true;
  return new Problem("unavailable", "unavailable");
}

/** A statement that ran or waited for a lock longer than its kind of work may, as PostgreSQL says it. */
export const isTooSlow = (code: string): boolean => code === "57014" || code === "55P03";

/** The refusal while more is asked than can be answered in time; the answer to this request becomes a 503. */
export function overloaded(): Problem {
  const answer = globalThis.zhongtiaoAnswers?.getStore();
  if (answer) answer.isOverloaded = true;
  return new Problem("unavailable", "overloaded");
}

/** Whether whoever sent this request was told to come again. */
export function isToComeAgain(): boolean {
  const answer = globalThis.zhongtiaoAnswers?.getStore();
  return Boolean(answer?.isUnreachable || answer?.isOverloaded);
}

/** The result of `work`, or `unavailable` where it failed because the database cannot be reached. */
export async function reached<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isUnreachable(error) ? unavailable() : error;
  }
}
