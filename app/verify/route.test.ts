import { expect, it, vi } from "vitest";
import { POST } from "./route";

const from = (address: string, body: BodyInit, type: Record<string, string> = {}) =>
  POST(
    new Request("http://localhost:4010/verify", {
      ...{ method: "POST", body, duplex: "half" },
      headers: { origin: "http://localhost:4010", host: "localhost:4010", "x-zhongtiao-origin": address, ...type },
    } as RequestInit),
  );
const withFile = (bytes: Buffer) => {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], "协议.pdf"));
  return form;
};

it("counts each file of an address before it reads any of it, also one that is too large or none", async () => {
  vi.stubEnv("ZHONGTIAO_STAMPED", "yes");
  const [sender, another] = ["203.0.113.20", "203.0.113.21"];
  expect((await from(sender, withFile(Buffer.alloc(8 * 1024 * 1024 + 1)))).status).toBe(413);
  for (let sent = 1; sent < 60; sent += 1) expect((await from(sender, new FormData())).status).toBe(400);
  let isRead = false;
  const pull = (at: ReadableStreamDefaultController) => {
    isRead = true;
    at.close();
  };
  const type = { "content-type": "multipart/form-data; boundary=x" };
  const refused = await from(sender, new ReadableStream({ pull }, { highWaterMark: 0 }), type);
  expect([refused.status, isRead, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, false, true]);
  // Somebody at another address, and a code from this one, are not kept waiting.
  expect((await from(another, withFile(Buffer.from("nothing")))).status).toBe(200);
  expect((await from(sender, new URLSearchParams({ code: "ABCD-EFGH-JKMN" }))).status).toBe(200);
});

it("is read in the other language with the code that was typed", async () => {
  const asked = { act: "language", locale: "en" };
  const at = async (fields: Record<string, string>) =>
    (await from("203.0.113.22", new URLSearchParams({ ...asked, ...fields }))).headers.get("location");
  expect(await at({ code: "ABCD-EFGH-JKMN&x" })).toBe("/verify?code=ABCD-EFGH-JKMN%26x");
  expect(await at({})).toBe("/verify");
});
