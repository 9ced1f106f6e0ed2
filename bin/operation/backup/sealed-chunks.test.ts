import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { chunkKey, chunkSize, seal, unseal } from "./sealed-chunks.mjs";

const key = chunkKey(Buffer.alloc(32, 7), Buffer.alloc(32, 1), Buffer.from("head"));
const sealedSize = chunkSize + 16;

async function* inParts(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function joined(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}
const sealed = (bytes: Buffer) => joined(seal(inParts(bytes, 10_000), key));
const opened = (bytes: Buffer, by = key) => joined(unseal(inParts(bytes, 7_777), by));

describe("sealed chunks", () => {
  it.each([0, 1, chunkSize - 1, chunkSize, chunkSize + 1, 3 * chunkSize, 3 * chunkSize + 5])(
    "give back what was sealed: %i bytes",
    async (size) => {
      const bytes = randomBytes(size);
      expect((await opened(await sealed(bytes))).equals(bytes)).toBe(true);
    },
  );

  it("say when the end is missing, also exactly between two chunks", async () => {
    const whole = await sealed(randomBytes(3 * chunkSize));
    for (const length of [0, sealedSize, 2 * sealedSize])
      await expect(opened(whole.subarray(0, length)), String(length)).rejects.toThrow("its end is missing");
    for (const length of [5, sealedSize - 1, sealedSize + 20, whole.length - 1])
      await expect(opened(whole.subarray(0, length)), String(length)).rejects.toThrow("cut off or was altered");
  });

  it("do not open when chunks are exchanged, repeated, left out, added to or altered in one bit", async () => {
    const whole = await sealed(randomBytes(3 * chunkSize + 5));
    const chunks = [0, 1, 2, 3].map((nth) => whole.subarray(nth * sealedSize, (nth + 1) * sealedSize));
    const [first, second, third, last] = chunks as [Buffer, Buffer, Buffer, Buffer];
    const bent = [0, sealedSize - 1, sealedSize + 40, whole.length - 1].map((at) => {
      const copy = Buffer.from(whole);
      copy[at] = (copy[at] ?? 0) ^ 1;
      return copy;
    });
    const wrong = [
      Buffer.concat([second, first, third, last]),
      Buffer.concat([first, first, third, last]),
      Buffer.concat([first, third, last]),
      Buffer.concat([whole, last]),
      Buffer.concat([whole, Buffer.alloc(1)]),
      ...bent,
    ];
    for (const [nth, bytes] of wrong.entries())
      await expect(opened(bytes), `case ${nth}`).rejects.toThrow("cut off or was altered");
  });

  it("open only with the same secret, salt and head", async () => {
    const whole = await sealed(Buffer.from("names"));
    const others: [Buffer, Buffer, Buffer][] = [
      [Buffer.alloc(32, 8), Buffer.alloc(32, 1), Buffer.from("head")],
      [Buffer.alloc(32, 7), Buffer.alloc(32, 2), Buffer.from("head")],
      [Buffer.alloc(32, 7), Buffer.alloc(32, 1), Buffer.from("heaD")],
    ];
    for (const other of others) await expect(opened(whole, chunkKey(...other))).rejects.toThrow("was altered");
  });
});
