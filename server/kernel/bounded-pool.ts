import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { UnboundedWork } from "./bounded-process";

interface Bounds {
  /** A program that calls `serveUnits`, from the folder of the checkout; TypeScript is run by tsx. */
  program: string;
  /** Most processes at once; further units wait for one. */
  processes: number;
  /** Units after which a process is replaced, so that nothing gathers in it. */
  units: number;
  /** Longest time of one unit in milliseconds, the start of a process included. */
  ms: number;
  /** Most memory of one process in megabytes: of its objects, and where the system tells it (Linux) of all it takes. */
  memory: number;
  /** Most bytes of an answer. */
  most: number;
}

interface Worker {
  child: ChildProcess;
  units: number;
}

const watchMs = 250;
const pageBytes = 4096;

/**
 * Units of untrusted work, each in one of a few processes without our settings and secrets. Whatever a unit does, this
 * process goes on: a unit beyond its bounds ends its process and is refused as `UnboundedWork`; the next gets a new one.
 * Processes wait for more work and end with this one.
 */
export function boundedPool(bounds: Bounds): (what: string, body: Buffer) => Promise<string> {
  const idle: Worker[] = [];
  const line: (() => void)[] = [];
  let running = 0;

  async function turn(): Promise<void> {
    if (running >= bounds.processes) await new Promise<void>((resolve) => line.push(resolve));
    else running += 1;
  }
  /** The next in line takes over the place; nobody can come in between. */
  function leave(): void {
    const next = line.shift();
    if (next) next();
    else running -= 1;
  }
  return async (what, body) => {
    await turn();
    const worker = idle.pop() ?? { child: startChild(bounds), units: 0 };
    try {
      const answer = await oneUnit(worker.child, what, body, bounds);
      worker.units += 1;
      if (worker.units < bounds.units && worker.child.exitCode === null) idle.push(worker);
      else worker.child.kill("SIGKILL");
      return answer;
    } catch (error) {
      worker.child.kill("SIGKILL");
      throw error;
    } finally {
      leave();
    }
  };
}

function startChild({ program, memory }: Bounds): ChildProcess {
  const loader = program.endsWith(".ts") ? ["--import", "tsx"] : [];
  // Resolved here and not by the bundler: the file is a program, not a part of this one.
  const file = [process.cwd(), ...program.split("/")].join(path.sep);
  const child = spawn(process.execPath, [`--max-old-space-size=${memory}`, ...loader, file], {
    stdio: ["pipe", "pipe", "ignore"],
    env: { PATH: process.env.PATH, TZ: process.env.TZ, NODE_ENV: process.env.NODE_ENV },
  });
  // A program that ended no longer reads; its end says so.
  child.stdin?.on("error", () => undefined);
  child.on("error", () => undefined);
  return child;
}

/** One unit: a head with the length of the body, the body; and back one line. */
function oneUnit(child: ChildProcess, what: string, body: Buffer, { ms, memory, most }: Bounds): Promise<string> {
  const { stdin, stdout } = child;
  return new Promise((resolve, reject) => {
    let words = Buffer.alloc(0);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      clearInterval(watch);
      stdout?.off("data", take);
      child.off("close", failed);
      holdOpen(child, false);
      settle();
    };
    const refuse = (why: UnboundedWork["why"]) => end(() => reject(new UnboundedWork(why)));
    const failed = () => refuse("failed");
    const take = (part: Buffer) => {
      words = Buffer.concat([words, part]);
      if (words.length > most) refuse("size");
      else if (words.at(-1) === 10) end(() => resolve(words.toString("utf8", 0, words.length - 1)));
    };
    const timer = setTimeout(() => refuse("time"), ms);
    const watch = setInterval(() => {
      void megabytesOf(child.pid).then((taken) => taken > memory && refuse("size"));
    }, watchMs);
    holdOpen(child, true);
    stdout?.on("data", take);
    child.once("close", failed);
    if (child.exitCode !== null || child.signalCode !== null) return failed();
    stdin?.write(`${JSON.stringify({ what, bytes: body.length })}\n`);
    stdin?.write(body);
  });
}

/** Whether this process waits for its child before it ends: only while a unit runs. */
function holdOpen(child: ChildProcess, holds: boolean): void {
  const ends = [child, child.stdin, child.stdout] as unknown as ({ ref?(): void; unref?(): void } | null)[];
  for (const each of ends) {
    if (holds) each?.ref?.();
    else each?.unref?.();
  }
}

/** What a process takes of the machine's memory; 0 where the system does not tell. */
async function megabytesOf(pid: number | undefined): Promise<number> {
  const text = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "");
  return (Number(text.split(" ")[1] ?? 0) * pageBytes) / 1024 / 1024;
}
