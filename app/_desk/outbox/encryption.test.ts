import { describe, expect, it } from "vitest";
import { decrypt, encrypt } from "./encryption";

const secret = Buffer.alloc(32, 7).toString("base64");

describe("private words on the machine", () => {
  it("can be read with the desk's secret, and are nowhere in what is stored", async () => {
    const kept = await encrypt(secret, { text: "甲方底线三千八" });
    expect(Buffer.from(kept.bytes).includes(Buffer.from("底线"))).toBe(false);
    expect(await decrypt(secret, kept)).toEqual({ text: "甲方底线三千八" });
  });
  it("cannot be read with another secret, nor after a byte was changed", async () => {
    const kept = await encrypt(secret, "话");
    expect(await decrypt(Buffer.alloc(32, 8).toString("base64"), kept)).toBeNull();
    new DataView(kept.bytes).setUint8(0, new DataView(kept.bytes).getUint8(0) ^ 1);
    expect(await decrypt(secret, kept)).toBeNull();
  });
  it("are never stored twice as the same bytes", async () => {
    const [one, two] = [await encrypt(secret, "话"), await encrypt(secret, "话")];
    expect(Buffer.from(one.bytes)).not.toEqual(Buffer.from(two.bytes));
  });
});
