import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { distDir } from "./paths.mjs";

/**
 * The scripts that a browser fetches for each page before it works, in bytes as they travel (gzip): those that every
 * page has, and those of the client components of the page and its layouts. What is fetched on first use is not in it.
 * @param {string} [folder] of a finished build
 * @returns {{ page: string, bytes: number, files: string[] }[]} heaviest first; pages as "(office)/today"
 */
export function scriptWeights(folder = distDir) {
  const { rootMainFiles } = JSON.parse(readFileSync(path.join(folder, "build-manifest.json"), "utf8"));
  /** @type {Map<string, number>} */
  const weights = new Map();
  /** @param {string} file */
  const weightOf = (file) => {
    const known = weights.get(file) ?? gzipSync(readFileSync(path.join(folder, file))).length;
    weights.set(file, known);
    return known;
  };
  return manifestsIn(path.join(folder, "server", "app"))
    .map(({ page, entries }) => {
      const own = Object.entries(entries).flatMap(([entry, files]) => (isPartOf(entry, page) ? files : []));
      const files = [...new Set([...rootMainFiles, ...own])];
      return { page, files, bytes: files.reduce((sum, file) => sum + weightOf(file), 0) };
    })
    .sort((one, other) => other.bytes - one.bytes);
}

/** A page is drawn inside the layouts of the folders above it. @param {string} entry @param {string} page */
function isPartOf(entry, page) {
  const place = entry.replace("[project]/app/", "");
  if (place === `${page}/page` || place === "layout") return true;
  return place.endsWith("/layout") && page.startsWith(place.slice(0, -"layout".length));
}

/**
 * @param {string} folder
 * @param {string} [place]
 * @returns {{ page: string, entries: Record<string, string[]> }[]}
 */
function manifestsIn(folder, place = "") {
  return readdirSync(path.join(folder, place), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return manifestsIn(folder, path.posix.join(place, entry.name));
    if (entry.name !== "page_client-reference-manifest.js") return [];
    const text = readFileSync(path.join(folder, place, entry.name), "utf8");
    const manifest = JSON.parse(text.slice(text.indexOf("] = ") + 4).replace(/;\s*$/, ""));
    return [{ page: place, entries: manifest.entryJSFiles }];
  });
}
