import path from "node:path";
import { beforeEach, expect } from "vitest";
import { chanceSeed, idBytesFor } from "../chance";
import { newRequest, request } from "../request";

declare global {
  /** Sixteen bytes for the next id; put into server/kernel/ids.ts by seeded-ids.ts. */
  var zhongtiaoIdBytes: (() => Uint8Array) | undefined;
}

// Each file draws anew, so that its ids do not depend on the files that ran before it in this process.
const file = path.relative(process.cwd(), expect.getState().testPath ?? "");
globalThis.zhongtiaoIdBytes = idBytesFor(file);
// Files of one process share loaded modules.
Object.assign(request, newRequest());

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => {
    process.stdout.write(`Once more: CHANCE_SEED=${chanceSeed()} npm test -- --only unit -- ${file}\n`);
  });
});
