import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout this program belongs to. */
export const root = fileURLToPath(new URL("../../../", import.meta.url)).replace(/[\\/]$/, "");
/** Everything a run leaves behind: database, secrets, logs, run files. Never committed. */
export const dataDir = path.join(root, ".data");
export const runDir = path.join(dataDir, "run");
export const logDir = path.join(dataDir, "log");
/** Where Next puts its build; NEXT_DIST_DIR lets several builds live side by side. */
export const distDir = path.join(root, process.env.NEXT_DIST_DIR || ".next");
/** @param {string[]} parts @returns {string} a path inside node_modules */
export const inModules = (...parts) => path.join(root, "node_modules", ...parts);
