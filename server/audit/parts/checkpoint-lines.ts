import { type KeyObject, sign, verify } from "node:crypto";
import * as z from "zod";
import { sha256 } from "../../kernel/sha256";
import type { SigningKey } from "./signing-key";

/** A chain's last event at a moment; seq 0 and an empty hash when the chain was gone. */
const head = z.tuple([z.string(), z.string(), z.number(), z.string()]);
export type Head = z.output<typeof head>;

/**
 * One signed checkpoint. `changed` holds the heads that differ from the checkpoint before; `root` is over all heads, so
 * that a reader of the whole file knows each of them. "anew" begins a new series after a reset or a restore.
 */
const checkpoint = z.strictObject({
  v: z.literal(1),
  n: z.int(),
  kind: z.enum(["heads", "anew"]),
  at: z.string(),
  reason: z.string(),
  chains: z.int(),
  events: z.int(),
  root: z.string(),
  prev: z.string(),
  changed: z.array(head),
});
export type Checkpoint = z.output<typeof checkpoint>;
/** County and chain → head. */
export type Heads = ReadonlyMap<string, Head>;

const keyOf = ([county, chain]: Head) => `${county} ${chain}`;

/** SHA-256 over all heads, sorted, one "county chain seq hash" on each line. */
export const rootOf = (heads: Heads): string =>
  sha256(
    [...heads.values()]
      .map((each) => `${each.join(" ")}\n`)
      .sort()
      .join(""),
  );

/** The heads after a checkpoint. */
export function headsAfter(before: Heads, { kind, changed }: Pick<Checkpoint, "kind" | "changed">): Heads {
  const changes = asHeads(changed);
  const kept = kind === "anew" ? [] : [...before].filter(([key]) => !changes.has(key));
  return new Map([...kept, ...[...changes].filter(([, [, , seq]]) => seq > 0)]);
}

/** What differs between two sets of heads, sorted; a chain that is gone has seq 0 and an empty hash. */
export function changedBetween(before: Heads, after: Heads): Head[] {
  const gone = [...before.values()].filter((each) => !after.has(keyOf(each)));
  const changed = [...after.values()].filter((each) => before.get(keyOf(each))?.join(" ") !== each.join(" "));
  return [...gone.map(([county, chain]): Head => [county, chain, 0, ""]), ...changed].sort((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  );
}

export const asHeads = (heads: readonly Head[]): Heads => new Map(heads.map((each) => [keyOf(each), each]));

/** A line of the file: signature in base64, a space, the signed JSON. */
export function lineOf(checkpoint: Checkpoint, key: SigningKey): string {
  const text = JSON.stringify(checkpoint);
  return `${sign(null, Buffer.from(text, "utf8"), key.private).toString("base64")} ${text}`;
}

export interface Series {
  checkpoints: Checkpoint[];
  heads: Heads;
  /** Hash of the last line's JSON, which the next one names. */
  last: string;
  /** The first line that is not signed, does not follow the one before, or whose root does not fit; 0 if none. */
  brokenAt: number;
}

const noSeries: Series = { checkpoints: [], heads: new Map(), last: "", brokenAt: 0 };

/** Reads the lines of a file, in order, and checks each signature, link and root. */
export function readSeries(lines: readonly string[], key: KeyObject): Series {
  const series: Series = { ...noSeries, checkpoints: [] };
  for (const [index, line] of lines.entries()) {
    const space = line.indexOf(" ");
    const text = line.slice(space + 1);
    const isSigned = verify(
      null,
      Buffer.from(text, "utf8"),
      key,
      Buffer.from(line.slice(0, Math.max(0, space)), "base64"),
    );
    const read = isSigned ? checkpoint.safeParse(JSON.parse(text)) : null;
    const heads = read?.success ? headsAfter(series.heads, read.data) : series.heads;
    const follows =
      read?.success && read.data.n === index + 1 && read.data.prev === series.last && read.data.root === rootOf(heads);
    if (!read?.success || !follows) return { ...series, brokenAt: index + 1 };
    series.checkpoints.push(read.data);
    series.heads = heads;
    series.last = sha256(text);
  }
  return series;
}

/** The next checkpoint of a series, or null when no head has changed. */
export function nextCheckpoint(
  series: Series,
  now: { heads: Heads; at: Date; kind: Checkpoint["kind"]; reason: string },
): Checkpoint | null {
  const changed = changedBetween(now.kind === "anew" ? new Map() : series.heads, now.heads);
  if (changed.length === 0 && now.kind === "heads") return null;
  return {
    v: 1,
    n: series.checkpoints.length + 1,
    kind: now.kind,
    at: now.at.toISOString(),
    reason: now.reason,
    chains: now.heads.size,
    events: [...now.heads.values()].reduce((sum, [, chain, seq]) => sum + (chain === "before" ? 0 : seq), 0),
    root: rootOf(now.heads),
    prev: series.last,
    changed,
  };
}

/** The series with one more checkpoint, which `nextCheckpoint` made for it. */
export const extended = (series: Series, next: Checkpoint): Series => ({
  checkpoints: [...series.checkpoints, next],
  heads: headsAfter(series.heads, next),
  last: sha256(JSON.stringify(next)),
  brokenAt: 0,
});
