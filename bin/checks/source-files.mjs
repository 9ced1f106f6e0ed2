import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../operation/checkout/paths.mjs";

const outside = /^(node_modules|\.git|\.data|\.next.*|test-results|playwright-report)$/;

/**
 * Files of the checkout, sorted, with paths relative to it.
 * @param {RegExp} wanted tested on the relative path
 * @param {string} [folder]
 * @returns {string[]}
 */
export function sourceFiles(wanted, folder = "") {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => !outside.test(entry.name))
    .flatMap((entry) => {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return sourceFiles(wanted, name);
      return wanted.test(name) ? [name] : [];
    })
    .sort();
}

/** @param {string} file relative path @returns {string} */
export const textOf = (file) => readFileSync(path.join(root, file), "utf8");
