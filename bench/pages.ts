import { gzipSync } from "node:zlib";
import type { Browser } from "./client";
import type { Meters } from "./measure";

/** A page as a browser first loads it. */
export interface PageCost {
  path: string;
  status: number;
  /** Processor ms of the web process for one drawing. */
  webMs: number;
  /** KiB as they travel, compressed. */
  documentKiB: number;
  scriptKiB: number;
  /** How often the database was waited for; null where nobody counted. */
  roundTrips: number | null;
}

const draws = 8;

/** Draws a page some times and weighs its document and scripts. */
export async function costOfPage(browser: Browser, path: string, meters: Meters, trips: (() => number) | null): Promise<PageCost> {
  await browser.send("GET", path);
  const before = meters.web();
  const tripsBefore = trips?.() ?? 0;
  let last = await browser.send("GET", path);
  for (let i = 1; i < draws; i += 1) last = await browser.send("GET", path);
  const webMs = ((meters.web() - before) / draws) * 1000;
  const roundTrips = trips ? (trips() - tripsBefore) / draws : null;
  const scripts = new Set([...last.body.toString().matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source]) => source ?? ""));
  let scriptBytes = 0;
  for (const source of scripts) scriptBytes += gzipSync((await browser.send("GET", source)).body).length;
  const kib = (bytes: number) => Math.round(bytes / 102.4) / 10;
  return {
    path,
    status: last.status,
    webMs: Math.round(webMs * 10) / 10,
    documentKiB: kib(gzipSync(last.body).length),
    scriptKiB: kib(scriptBytes),
    roundTrips,
  };
}
