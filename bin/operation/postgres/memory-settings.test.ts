import { expect, it } from "vitest";
import { memorySettings } from "./memory-settings.mjs";

const gigabytes = (count: number) => count * 1024 ** 3;

it("gives the server a quarter of the machine's memory, within bounds, unless a setting says otherwise", () => {
  expect(memorySettings(gigabytes(0.25), "")).toMatchObject({ shared_buffers: "128MB", work_mem: "4MB" });
  expect(memorySettings(gigabytes(8), "")).toMatchObject({
    shared_buffers: "2048MB",
    effective_cache_size: "4096MB",
    work_mem: "10MB",
    jit: "off",
  });
  expect(memorySettings(gigabytes(512), "")).toMatchObject({ shared_buffers: "4096MB", work_mem: "32MB" });
  expect(memorySettings(gigabytes(8), "shared_buffers=1GB, jit=on")).toMatchObject({
    shared_buffers: "1GB",
    jit: "on",
  });
  for (const unsafe of ["fsync=off", "shared_buffers", "work_mem=1MB;"])
    expect(() => memorySettings(gigabytes(8), unsafe), unsafe).toThrow("ZHONGTIAO_POSTGRES names");
});
