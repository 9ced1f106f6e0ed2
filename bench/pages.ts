import { gzipSync } from "node:zlib";
import { scriptWeights } from "@/bin/operation/checkout/script-weights.mjs";
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
  /** Of the scripts that must be there before the page works. */
  firstScriptKiB: number;
  /** Of all that the document names, with what is fetched when the browser is idle. */
  allScriptKiB: number;
  /** How often the database was waited for; null where nobody counted. */
  roundTrips: number | null;
}

/** The first drawings are those of a server that has just started: its functions are compiled as they are used. */
const firstDraws = 20;
/** Processor time is counted in hundredths of a second. */
const draws = 40;

/** Draws a page some times and weighs its document and scripts. */
export async function costOfPage(browser: Browser, path: string, meters: Meters, trips: (() => number) | null): Promise<PageCost> {
  for (let i = 0; i < firstDraws; i += 1) await browser.send("GET", path);
  const before = meters.web();
  const tripsBefore = trips?.() ?? 0;
  let last = await browser.send("GET", path);
  for (let i = 1; i < draws; i += 1) last = await browser.send("GET", path);
  const webMs = ((meters.web() - before) / draws) * 1000;
  const roundTrips = trips ? (trips() - tripsBefore) / draws : null;
  // What only old browsers fetch is none of it.
  const scripts = new Set(
    [...last.body.toString().matchAll(/<(?:script|link)(?![^>]*noModule)[^>]+(?:src|href)="([^"]+[.]js)"/g)].map(([, source]) => source ?? ""),
  );
  let scriptBytes = 0;
  for (const source of scripts) scriptBytes += gzipSync((await browser.send("GET", source)).body).length;
  const kib = (bytes: number) => Math.round(bytes / 102.4) / 10;
  return {
    path,
    status: last.status,
    webMs: Math.round(webMs * 10) / 10,
    documentKiB: kib(gzipSync(last.body).length),
    firstScriptKiB: kib(firstScripts(path)),
    allScriptKiB: kib(scriptBytes),
    roundTrips,
  };
}

/** Bytes of the scripts that the build names for the page of an address. */
function firstScripts(path: string): number {
  const weights = scriptWeights();
  const found = weights.find(({ page }) => {
    const parts = page.split("/").filter((part) => !part.startsWith("("));
    const asked = path.split("?")[0]?.split("/").slice(1) ?? [];
    return parts.length === asked.length && parts.every((part, at) => part.startsWith("[") || part === asked[at]);
  });
  return found?.bytes ?? 0;
}
