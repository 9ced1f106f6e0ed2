import { watchPools } from "@/server/testing/watched-pools";

export interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Cond"?: string;
  "Recheck Cond"?: string;
  Filter?: string;
  "Actual Loops": number;
  "Actual Rows": number;
  "Rows Removed by Filter"?: number;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: PlanNode[];
}
/** A reading statement that the product sent, with the plan it was carried out by. */
export interface RecordedPlan {
  statement: string;
  plan: PlanNode;
}

type Send = (query: string, params?: unknown[]) => PromiseLike<unknown[]> & { execute(): unknown };
type Note = (statement: string, explained: PromiseLike<unknown[]>) => void;

const isRead = (query: string) =>
  /^\s*(select|with)\b/i.test(query) &&
  !/set_config|app\.(append_|add_job|count_lookups)|\b(insert into|update \w+ set|delete from)\b/i.test(query);

/** A parameter as a literal, as the driver would send it; its type comes from where it stands. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  if (Array.isArray(value))
    return quoted(`{${value.map((one) => (one === null ? "NULL" : JSON.stringify(String(one)))).join(",")}}`);
  if (value instanceof Date) return quoted(value.toISOString());
  return quoted(typeof value === "object" ? JSON.stringify(value) : String(value));
}
/** The types that the driver names itself. */
const typeOf = (value: unknown) =>
  typeof value === "boolean" ? "bool" : value instanceof Date ? "timestamptz" : "unknown";

/** Explains a statement as it is carried out once it is prepared: by the plan that `plan_cache_mode` chooses. */
function explained(query: string, params: readonly unknown[]): string[] {
  const types = params.length > 0 ? `(${params.map(typeOf).join(", ")})` : "";
  const values = params.length > 0 ? `(${params.map(literal).join(", ")})` : "";
  return [
    `prepare recorded ${types} as ${query}`,
    `explain (analyze, buffers, format json) execute recorded ${values}`,
    "deallocate recorded",
  ];
}

/**
 * A connection that explains each reading statement right before it is carried out: in the same transaction, so as the
 * same login, with row-level security on and with the same parameters.
 */
function explaining<T extends object>(connection: T, note: Note): T {
  return new Proxy(connection, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      if (name === "begin" || name === "savepoint")
        return (...args: unknown[]) => {
          const body = args.pop() as (tx: object) => unknown;
          return value.call(target, ...args, (tx: object) => body(explaining(tx, note)));
        };
      if (name === "unsafe")
        return (query: string, params?: unknown[], ...rest: unknown[]) => {
          if (isRead(query)) {
            const [, plan] = explained(query, params ?? []).map((text) => {
              const sent = (value as Send).call(target, text);
              sent.execute();
              return sent;
            });
            if (plan) note(query, plan);
          }
          return value.call(target, query, params, ...rest);
        };
      return value;
    },
  });
}

/** Puts such connections in the place of the product's own. `plansOf` gives the plans of everything that `work` reads. */
export function recordPlans() {
  let notes: { statement: string; explained: PromiseLike<unknown[]> }[] = [];
  // Few connections: each reads the catalogue for itself when it meets a table for the first time.
  const { end } = watchPools(
    (client) => explaining(client, (statement, explained) => notes.push({ statement, explained })),
    { max: 2 },
  );
  return {
    async plansOf(work: () => Promise<unknown>): Promise<RecordedPlan[]> {
      notes = [];
      await work();
      return Promise.all(
        notes.map(async ({ statement, explained }) => {
          const [row] = (await explained) as { "QUERY PLAN": { Plan: PlanNode }[] }[];
          const plan = row?.["QUERY PLAN"][0]?.Plan;
          if (!plan) throw new Error("no plan");
          return { statement, plan };
        }),
      );
    },
    end,
  };
}

/** Pages of tables and indexes that the statement touched, in functions too. */
export const buffersOf = ({ plan }: RecordedPlan): number =>
  (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0);

/** Tables that the plan reads, in any way. */
export function readBy({ plan }: RecordedPlan): string[] {
  const below = (node: PlanNode): string[] => [node["Relation Name"] ?? "", ...(node.Plans ?? []).flatMap(below)];
  return [...new Set(below(plan))].filter(Boolean);
}

/** Tables that the plan reads from end to end. */
export function scannedBy({ plan }: RecordedPlan): string[] {
  const found: string[] = [];
  const visit = (node: PlanNode) => {
    if (node["Node Type"] === "Seq Scan" && node["Actual Loops"] > 0) found.push(node["Relation Name"] ?? "");
    for (const child of node.Plans ?? []) visit(child);
  };
  visit(plan);
  return found;
}

/**
 * Tables that the plan reads again for each row of something else by their county alone: what a correlated subquery does that
 * does not carry the key of its dispute.
 */
export function readAgainBy({ plan }: RecordedPlan): string[] {
  const found: string[] = [];
  const visit = (node: PlanNode) => {
    const condition = node["Index Cond"] ?? node["Recheck Cond"] ?? "";
    const isIndexed = /^(Index( Only)? Scan|Bitmap Heap Scan)$/.test(node["Node Type"]);
    const isWhole =
      node["Node Type"] === "Seq Scan" || (isIndexed && !/\b(?!county_id\b)[a-z_]+\)?(::\w+)? [=<>&@]/.test(condition));
    if (isWhole && node["Actual Loops"] > 1) found.push(node["Relation Name"] ?? "");
    for (const child of node.Plans ?? []) visit(child);
  };
  visit(plan);
  return found;
}

/**
 * `has_window` is asked only of the few rights that a restriction closed: `not is_hidden or …` comes before it. `place_form` reads
 * no table: it is given the place of each row that one number or name of a place leads to.
 */
const mayBeAsked = new Set(["has_window", "place_form"]);
/** More rows than one dispute has of anything, and fewer than a county has people. */
const manyRows = 50;

/**
 * Functions of ours that the plan asks of row after row. What they are given may be the same each time: row security does not let
 * a function see a key before its policy was asked, so that `id = app.some(…)` is no look-up but a question to every row.
 * `id = (select app.some(…))` is asked once.
 */
export function askedOfRowsBy({ plan }: RecordedPlan): string[] {
  const found: string[] = [];
  const visit = (node: PlanNode) => {
    const rows = (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];
    const asked = [...(node.Filter ?? "").matchAll(/\bapp\.(\w+)\(/g)].map(([, name = ""]) => name);
    if (rows > manyRows) found.push(...asked.filter((name) => !mayBeAsked.has(name)));
    for (const child of node.Plans ?? []) visit(child);
  };
  visit(plan);
  return found;
}
