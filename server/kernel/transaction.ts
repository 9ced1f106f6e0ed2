import { sql } from "drizzle-orm";
import { actorSecret, peopleDatabase, systemDatabase, type Tx } from "@/db/client";
import { type Actor, callStationOf, subjectsOf } from "./actor";
import type { Context } from "./context";
import { sha256 } from "./sha256";

/** The driver's error under Drizzle's wrapper, if `error` came from PostgreSQL. */
export function postgresError(error: unknown): { code: string; constraint_name?: string; table_name?: string } | null {
  for (let e = error, depth = 0; e && typeof e === "object" && depth < 4; depth += 1) {
    if ("code" in e && "severity" in e) return e as { code: string; constraint_name?: string };
    e = "cause" in e ? e.cause : null;
  }
  return null;
}

const retryable = new Set(["40001", "40P01"]);

/**
 * Proves to the database that this process says who acts: any SQL can make the settings, but only whoever has the address of
 * the people's login can prove them. app.is_proven() makes the same hash.
 */
function proofOf(said: readonly string[]): string {
  const secret = actorSecret(process.env.DATABASE_PEOPLE_URL ?? "");
  return sha256([secret, ...said, secret].join("\n"));
}

/**
 * Runs `body` in one transaction as the context's actor, through a login that owns nothing, and sets who acts and the
 * request's time for the database. Product code has no other access to it. Where the system takes a part in a person's act
 * (`withSystemPrivileges`), the transaction begins on the system's login with the rights of people. A deadlock or
 * serialization failure is retried up to three times with jitter.
 */
export async function asActor<T>(
  { actor, now }: Context<Actor>,
  body: (tx: Tx) => Promise<T>,
  { systemTakesPart = false } = {},
): Promise<T> {
  const person = actor.kind === "person" ? actor : null;
  const [station, subjects] = [
    (person && callStationOf(person)) ?? "",
    `{${person ? subjectsOf(person).join(",") : ""}}`,
  ];
  const said = [actor.countyId, person?.personId ?? "", person?.role ?? "", station, subjects, now.toISOString()];
  const settings = sql`select set_config('app.county', ${actor.countyId}, true),
    set_config('app.person', ${person?.personId ?? ""}, true),
    set_config('app.role', ${person?.role ?? ""}, true),
    set_config('app.station', ${station}, true),
    set_config('app.subjects', ${subjects}, true),
    set_config('app.now', ${now.toISOString()}, true),
    set_config('app.proof', ${proofOf(said)}, true),
    set_config('role', ${person && systemTakesPart ? "zhongtiao_app" : "none"}, true)`;
  const login = person && !systemTakesPart ? peopleDatabase() : systemDatabase();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await login.transaction(async (tx) => {
        await tx.execute(settings);
        return body(tx);
      });
    } catch (error) {
      const code = postgresError(error)?.code;
      if (!code || !retryable.has(code) || attempt === 4) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 40 * attempt));
    }
  }
}
