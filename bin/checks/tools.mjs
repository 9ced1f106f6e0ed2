import { inModules } from "../operation/checkout/paths.mjs";
import { messageOf } from "../operation/console/fault.mjs";
import { runOwned, typescript } from "../operation/processes/run.mjs";

/**
 * Runs a tool out of node_modules; what it says is the fault.
 * @param {string[]} file
 * @param {string[]} args
 */
async function tool(file, ...args) {
  const { code, words } = await runOwned([process.execPath, inModules(...file), ...args], {
    quiet: true,
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
  });
  if (code !== 0) throw new Error(words.trim());
}

/** Format and lint (biome.json). */
export const style = () =>
  tool(["@biomejs", "biome", "bin", "biome"], "check", "--error-on-warnings", "--max-diagnostics=200", ".").catch(
    (error) => {
      throw new Error(`${messageOf(error)}\nWhat a program can mend: npx biome check --write`);
    },
  );

/** Types, by TypeScript 7, with what Next demands of pages and routes. The build does not check them a second time. */
export async function types() {
  await tool(["next", "dist", "bin", "next"], "typegen");
  // One checker: several each work out again what they share, a third more for two processors that other checks use too.
  await tool(["typescript", "bin", "tsc"], "--noEmit", "--checkers", "1");
}

/** Dead code: files, exports and packages nobody uses (knip.json). */
export const deadCode = () => tool(["knip", "bin", "knip.js"], "--no-progress", "--treat-config-hints-as-errors");

/** The generated documents say what the code says. */
export async function documents() {
  const { code, words } = await runOwned(typescript("bin/docs.ts", "--check"), { quiet: true });
  if (code !== 0) throw new Error(`${words.trim()}\nRun: npm run docs`);
}
