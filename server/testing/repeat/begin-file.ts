import path from "node:path";
import { beforeEach, expect } from "vitest";
import { chanceFor, chanceSeed } from "../chance";

declare global {
  /** Sixteen bytes for the next id; put into server/kernel/ids.ts by seeded-ids.ts. */
  var zhongtiaoIdBytes: (() => Uint8Array) | undefined;
}

// Each file draws anew, so that its ids do not depend on the files that ran before it in this process.
const file = path.relative(process.cwd(), expect.getState().testPath ?? "");
const chance = chanceFor(`ids of ${file}`);
globalThis.zhongtiaoIdBytes = () => Uint8Array.from({ length: 16 }, () => chance.below(256));

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => {
    process.stdout.write(`Once more: CHANCE_SEED=${chanceSeed()} npm test -- --only unit -- ${file}\n`);
  });
});
