import { appendFile, mkdir, open, readFile, stat, truncate } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import { inEveryCounty } from "../../kernel/every-county";
import { oneAtATime } from "../../kernel/one-at-a-time";
import { dayOf } from "../../kernel/shanghai";
import { rulesOn } from "../../rules/queries";
import {
  asHeads,
  type Checkpoint,
  extended,
  type Head,
  type Heads,
  lineOf,
  nextCheckpoint,
  readSeries,
  type Series,
} from "./checkpoint-lines";
import { type SigningKey, signingKey } from "./signing-key";

export const checkpointsFile = "checkpoints.jsonl";

/** Where checkpoints and their key lie: `.data/checkpoints`, or the folder a setting names. */
export const checkpointFolder = (): string => process.env.ZHONGTIAO_CHECKPOINTS || path.resolve(".data", "checkpoints");

export interface CheckpointKeeper {
  /** Appends a checkpoint when `checkpoint.minutes` have passed since the last one and a chain has grown. */
  takeWhenDue(now: Date): Promise<Checkpoint | null>;
  /** Appends one now if a chain has grown: at a clean stop. */
  take(now: Date): Promise<Checkpoint | null>;
  /** Begins a new series: after a reset or a restore of the database, which verify would otherwise report. */
  beginAnew(now: Date, reason: string): Promise<Checkpoint | null>;
}

interface Places {
  folder: string;
  /** A second folder that gets the same lines, on another machine for instance; none when empty. */
  copyFolder?: string | undefined;
}

/**
 * Signed checkpoints of all chains, appended to a file outside the database (docs/tampering.md). A keeper reads the file
 * again only when another one has appended to it: workers of several machines may share the folder, and append one after
 * the other. Fails when the file is not as it was signed.
 */
export function checkpointKeeper({ folder, copyFolder }: Places): CheckpointKeeper {
  let opened: Opened | undefined;
  const file = path.join(folder, checkpointsFile);
  const inTurn = <T>(work: () => Promise<T>) => oneAtATime(`checkpoints ${folder}`, work);

  async function open(): Promise<Opened> {
    if (opened && opened.bytes !== (await sizeOf(file))) opened = undefined;
    opened ??= await openSeries(folder, file);
    return opened;
  }

  async function append(now: Date, kind: Checkpoint["kind"], reason: string): Promise<Checkpoint | null> {
    const { key, series, bytes } = await open();
    const next = nextCheckpoint(series, { heads: await currentHeads(now), at: now, kind, reason });
    if (next) {
      const line = lineOf(next, key);
      // If the append fails half way, the file is read anew the next time.
      opened = undefined;
      await appendDurably(file, `${line}\n`);
      opened = { key, series: extended(series, next), bytes: bytes + Buffer.byteLength(`${line}\n`) };
    }
    if (copyFolder) await copyLines(file, path.join(copyFolder, checkpointsFile));
    return next;
  }
  return {
    takeWhenDue: (now) =>
      inTurn(async () => {
        const last = (await open()).series.checkpoints.at(-1);
        const minutes = Math.min(...(await minutesOf(now)));
        if (last && now.getTime() - Date.parse(last.at) < minutes * 60_000) return null;
        return append(now, "heads", "");
      }),
    take: (now) => inTurn(() => append(now, "heads", "")),
    beginAnew: (now, reason) => inTurn(() => append(now, "anew", reason)),
  };
}

interface Opened {
  key: SigningKey;
  series: Series;
  /** How long the file is. */
  bytes: number;
}

async function openSeries(folder: string, file: string): Promise<Opened> {
  const key = await signingKey(folder);
  const text = await readLines(file);
  // A line without its end was cut off by a crash: it was never a checkpoint.
  if (text.torn) await truncate(file, text.bytes);
  const series = readSeries(text.lines, key.public);
  if (series.brokenAt > 0) throw new Error(`checkpoints altered at line ${series.brokenAt}`);
  return { key, series, bytes: text.bytes };
}

/** The size of a file in bytes; 0 where there is none. */
async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return 0;
      throw error;
    },
  );
}

/** The whole lines of a file, how many bytes they take, and whether something without a line end follows them. */
export async function readLines(file: string): Promise<{ lines: string[]; bytes: number; torn: boolean }> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const lines = whole.split("\n").slice(0, -1);
  return { lines, bytes: Buffer.byteLength(whole, "utf8"), torn: whole.length < text.length };
}

/** Once it returns, the line survives a power cut. */
async function appendDurably(file: string, line: string): Promise<void> {
  const handle = await open(file, "a", 0o600);
  try {
    await handle.appendFile(line, "utf8");
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Brings the copy up to date: it gets what was appended since; a copy that is longer is left for verify to report. */
async function copyLines(file: string, copy: string): Promise<void> {
  await mkdir(path.dirname(copy), { recursive: true });
  const have = await sizeOf(copy);
  const all = await readFile(file);
  if (all.length > have) await appendFile(copy, all.subarray(have), { mode: 0o600 });
}

async function currentHeads(now: Date): Promise<Heads> {
  const counties = await inEveryCounty("checkpoint", now, async (tx, countyId) => {
    const rows = await tx.execute<{ chain: string; seq: string; hash: string }>(
      sql`select chain, seq, hash from app.chain_heads(${countyId}::uuid)`,
    );
    return rows.map(({ chain, seq, hash }): Head => [countyId, chain, Number(seq), hash]);
  });
  return asHeads(counties.flat());
}

const minutesOf = (now: Date): Promise<readonly number[]> =>
  inEveryCounty("checkpoint", now, async (tx, countyId) => {
    const rules = await rulesOn(tx, countyId, dayOf(now));
    return rules["checkpoint.minutes"];
  });
