import path from "node:path";
import type { Plugin } from "vitest/config";

const file = "server/kernel/ids.ts";
const drawn = "v7({ msecs: at.getTime() })";

/** Lets `newId` draw from the seed of the tests (`begin-file.ts`), so that ids of one instant sort the same way again. */
export function seedIds(root: string): Plugin {
  return {
    name: "seed-ids",
    enforce: "pre",
    transform(code, id) {
      if (id !== path.join(root, file)) return undefined;
      if (!code.includes(drawn)) throw new Error(`${file} makes ids another way: mend seeded-ids.ts`);
      const bytes = "globalThis.zhongtiaoIdBytes";
      return code.replace(drawn, `v7({ msecs: at.getTime(), ...(${bytes} ? { random: ${bytes}() } : {}) })`);
    },
  };
}
