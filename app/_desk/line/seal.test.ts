import { describe, expect, it } from "vitest";
import { sealed, unsealed } from "./seal";

const secret = Buffer.alloc(32, 7).toString("base64");

describe("private words on the machine", () => {
  it("are read again with the desk's secret, and stand nowhere in what is laid down", async () => {
    const kept = await sealed(secret, { text: "甲方底线三千八" });
    expect(Buffer.from(kept.bytes).includes(Buffer.from("底线"))).toBe(false);
    expect(await unsealed(secret, kept)).toEqual({ text: "甲方底线三千八" });
  });
  it("stay shut to another's secret and when a byte was changed", async () => {
    const kept = await sealed(secret, "话");
    expect(await unsealed(Buffer.alloc(32, 8).toString("base64"), kept)).toBeNull();
    new DataView(kept.bytes).setUint8(0, new DataView(kept.bytes).getUint8(0) ^ 1);
    expect(await unsealed(secret, kept)).toBeNull();
  });
  it("are never laid down twice in the same bytes", async () => {
    const [one, two] = [await sealed(secret, "话"), await sealed(secret, "话")];
    expect(Buffer.from(one.bytes)).not.toEqual(Buffer.from(two.bytes));
  });
});
