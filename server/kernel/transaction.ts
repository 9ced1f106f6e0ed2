import { actorSecret, begin, type Tx } from "@/db/client";
import { limitsOf, type Work } from "@/db/work";
import { Busy } from "@/db/work-line";
import { type Actor, callStationOf, subjectsOf } from "./actor";
import type { Context } from "./context";
import { onReplica } from "./replica";
import { sha256 } from "./sha256";
import { overloaded, unavailable } from "./unreachable";

interface PostgresError {
  code: string;
  constraint_name?: string;
  detail?: string;
  table_name?: string;
  routine?: string;
}

/** The driver's error under Drizzle's wrapper, if `error` came from PostgreSQL. */
export function postgresError(error: unknown): PostgresError | null {
  for (let e = error, depth = 0; e && typeof e === "object" && depth < 4; depth += 1) {
    if ("code" in e && "severity" in e) return e as PostgresError;
    e = "cause" in e ? e.cause : null;
  }
  return null;
}

const retryable = new Set(["40001", "40P01"]);

/**
 * A deadlock, a serialization failure, or a prepared statement that the server gave up: a table changed since, or a pooler
 * handed out another connection. The driver prepares it anew on the next try.
 */
export function isWorthRetrying(error: unknown): boolean {
  const { code = "", routine } = postgresError(error) ?? {};
  return retryable.has(code) || code === "26000" || (code === "0A000" && routine === "RevalidateCachedQuery");
}

/** One address has one secret; a process has one address, tests have several. */
let known = { url: "", secret: "" };
function secretOf(url: string): string {
  if (known.url !== url) known = { url, secret: actorSecret(url) };
  return known.secret;
}

/**
 * Proves to the database that this process says who acts: any SQL can make the settings, but only whoever has the address of
 * the people's login can prove them. app.is_proven() makes the same hash.
 */
function proofOf(said: readonly string[]): string {
  const secret = secretOf(process.env.DATABASE_PEOPLE_URL ?? "");
  return sha256([secret, ...said, secret].join("\n"));
}

/** The statement that tells a transaction who acts and when, with what proves it, and how its statements are planned. */
const tellText = `select ${["county", "person", "role", "station", "subjects", "now", "proof"]
  .map((name, i) => `set_config('app.${name}', $${i + 1}, true)`)
  .join(", ")}, set_config('role', $8, true), set_config('plan_cache_mode', $9, true)`;

function openingOf({ actor, now }: Context<Actor>, systemTakesPart: boolean, kind: Work) {
  const person = actor.kind === "person" ? actor : null;
  const station = (person && callStationOf(person)) ?? "";
  const subjects = `{${person ? subjectsOf(person).join(",") : ""}}`;
  const said = [actor.countyId, person?.personId ?? "", person?.role ?? "", station, subjects, now.toISOString()];
  const role = person && systemTakesPart ? "zhongtiao_app" : "none";
  return { text: tellText, values: [...said, proofOf(said), role, limitsOf(kind).plans] };
}

export interface Manner {
  systemTakesPart?: boolean;
  kind?: Work | undefined;
  /** What the line in front of the connections counts it as. */
  name?: string;
  mode?: "" | "read only";
  /** It only reads, and may do so on the replica where there is one (`replica.ts`). */
  mayUseReplica?: boolean;
}

/** The worker has nobody waiting; its process is named by whoever starts it (bin/operation/processes). */
const usualKind = (): Work => (process.env.ZHONGTIAO_PROCESS === "worker" ? "background" : "write");

/**
 * Runs `body` in one transaction of its own as the context's actor; see `asActor`. Refuses as `overloaded` when too many
 * wait for the same kind of work already.
 */
export async function transactionAs<T>(
  ctx: Context<Actor>,
  body: (tx: Tx) => Promise<T>,
  { systemTakesPart = false, kind = usualKind(), name = "", mode = "", mayUseReplica = false }: Manner = {},
): Promise<T> {
  const login = ctx.actor.kind === "person" && !systemTakesPart ? "people" : "system";
  const opening = openingOf(ctx, systemTakesPart, kind);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const read = mayUseReplica && attempt === 1 ? await onReplica({ login, kind, name, opening }, body) : null;
      return read ? read.result : await begin({ login, kind, name, place: "primary", opening, mode }, body);
    } catch (error) {
      if (error instanceof Busy) throw overloaded();
      // Another server has become the primary, and this connection leads to the one that was.
      if (mode === "" && postgresError(error)?.code === "25006") throw unavailable();
      if (!isWorthRetrying(error) || attempt === 4) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 40 * attempt));
    }
  }
}

/**
 * Runs `body` in one transaction as the context's actor, through a login that owns nothing, and sets who acts and the
 * request's time for the database. Product code has no other access to it. Where the system takes a part in a person's act
 * (`withSystemPrivileges`), the transaction begins on the system's login with the rights of people. A deadlock or
 * serialization failure is retried up to three times with jitter. What a question reads joins the transaction that its
 * request has open (`shared-reads.ts`).
 */
export async function asActor<T>(
  ctx: Context<Actor>,
  body: (tx: Tx) => Promise<T>,
  manner: Pick<Manner, "systemTakesPart" | "kind" | "mode" | "mayUseReplica"> = {},
): Promise<T> {
  const { reads, actor, now } = ctx;
  const isShared = reads && reads.actor === actor && reads.now === now && !manner.systemTakesPart;
  return isShared ? reads.run(body) : transactionAs({ actor, now }, body, manner);
}
