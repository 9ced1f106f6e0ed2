import { spawn } from "node:child_process";
import path from "node:path";

interface Bounds {
  /** The program, from the folder of the checkout; TypeScript is run by tsx. */
  program: string;
  /** What the program needs to know besides its input. */
  args?: readonly string[];
  input: Buffer | string;
  /** Longest time in milliseconds, its start included. */
  ms: number;
  /** Most memory in megabytes that its own objects may take; native memory is the program's to watch. */
  memory: number;
  /** Most bytes it may answer. */
  most: number;
}

/** The program took too long, too much memory, answered too much, or failed. */
export class UnboundedWork extends Error {
  constructor(readonly why: "time" | "size" | "failed") {
    super(why);
    this.name = "UnboundedWork";
  }
}

/**
 * Runs one unit of untrusted work in a process of its own, without our settings and secrets, and gives what it wrote.
 * Whatever it does, this process goes on: it is killed at its limit, and all its memory is given back when it ends.
 */
export function inBoundedProcess({ program, args = [], input, ms, memory, most }: Bounds): Promise<Buffer> {
  const loader = program.endsWith(".ts") ? ["--import", "tsx"] : [];
  // Resolved here and not by the bundler: the file is a program, not a part of this one.
  const file = [process.cwd(), ...program.split("/")].join(path.sep);
  const child = spawn(process.execPath, [`--max-old-space-size=${memory}`, ...loader, file, ...args], {
    stdio: ["pipe", "pipe", "ignore"],
    env: { PATH: process.env.PATH, TZ: process.env.TZ, NODE_ENV: process.env.NODE_ENV, VIPS_CONCURRENCY: "1" },
  });
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    let why: UnboundedWork["why"] = "failed";
    const stop = (reason: UnboundedWork["why"]) => {
      why = reason;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(() => stop("time"), ms);
    child.stdout.on("data", (part: Buffer) => {
      size += part.length;
      if (size > most) stop("size");
      else parts.push(part);
    });
    // A program that ends early no longer reads; its exit says so.
    child.stdin.on("error", () => undefined);
    child.on("error", () => undefined);
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code === 0 && size <= most) resolve(Buffer.concat(parts));
      else reject(new UnboundedWork(why));
    });
    child.stdin.end(input);
  });
}
