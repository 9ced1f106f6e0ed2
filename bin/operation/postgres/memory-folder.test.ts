import path from "node:path";
import { expect, it } from "vitest";
import { root } from "../checkout/paths.mjs";
import { memoryFolder, sharedMemory } from "./memory-folder.mjs";

const plenty = 64 * 1024 ** 3;

it("a test cluster lies in memory only where there is room for it, and not in a folder of a disk", () => {
  expect(memoryFolder(sharedMemory, 1024 ** 3)).toBeNull();
  expect(memoryFolder("/nowhere", plenty)).toBeNull();
  expect(memoryFolder(path.join(root, "bin"), plenty)).toBeNull();
});
