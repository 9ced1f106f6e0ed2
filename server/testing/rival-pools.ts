import { closeDatabase, isPooled, openDatabase } from "@/db/client";
import { limitsOf, type Work } from "@/db/work";

/** Sixty who stand behind one lock on a machine at work take longer than anybody waits at a screen. */
const unhurried = { statementMs: 120_000, lockMs: 120_000, waitMs: 240_000, idleMs: 120_000 };

/**
 * From here on rivals meet on as many connections as in production, each kind of work having its own. Who wins and what the
 * others are told is tested; how long they wait is not, since it depends on the machine.
 */
export async function openRivalPools(): Promise<void> {
  await closeDatabase();
  const addresses = [
    ["people", process.env.DATABASE_PEOPLE_URL ?? ""],
    ["system", process.env.DATABASE_SYSTEM_URL ?? ""],
  ] as const;
  const kinds: readonly Work[] = ["read", "write", "background"];
  globalThis.zhongtiaoDatabases = new Map(
    addresses.flatMap(([login, url]) =>
      kinds.map((kind) => {
        const limits = { ...limitsOf(kind), ...unhurried, isPooled: isPooled(), isProduct: true };
        return [`${login} ${kind}`, openDatabase(url, limits)] as const;
      }),
    ),
  );
}
