import { readdirSync, readFileSync, readlinkSync } from "node:fs";

const perSecond = 100;

/** The fields of a process after its name, or null when it has ended. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

const processes = (): number[] => readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number);

/** Who started a process. */
export const parentOf = (pid: number): number => Number(statOf(pid)?.[1] ?? 0);

/** A process and everything that it started. */
export function family(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const pid of processes()) {
    const parent = Number(statOf(pid)?.[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/** Seconds of processor time that a process has used, and everything it started, ended children included. */
export function processorSeconds(root: number): number {
  let ticks = 0;
  for (const pid of family(root)) {
    const stat = statOf(pid);
    if (!stat) continue;
    ticks += Number(stat[11]) + Number(stat[12]);
    // What ended children used is with whoever waited for them.
    ticks += Number(stat[13]) + Number(stat[14]);
  }
  return ticks / perSecond;
}

/** Memory in use of a process, in MiB. */
export function memoryOf(pid: number): number {
  try {
    const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return Number(line?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The process of ours that listens on a port: Next gives itself another name than it was started under. */
export function webProcess(port: number): number {
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  const listening = ["/proc/net/tcp", "/proc/net/tcp6"]
    .flatMap((file) => readFileSync(file, "utf8").split("\n"))
    .map((line) => line.trim().split(/\s+/))
    .find(([, local, , state]) => local?.endsWith(`:${hex}`) && state === "0A");
  const socket = `socket:[${listening?.[9]}]`;
  const holds = (pid: number) => {
    try {
      return readdirSync(`/proc/${pid}/fd`).some((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === socket);
    } catch {
      return false;
    }
  };
  const found = family(process.pid).find((pid) => pid !== process.pid && holds(pid));
  if (!found) throw new Error("the web process was not found");
  return found;
}
