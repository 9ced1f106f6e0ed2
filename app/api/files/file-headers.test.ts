import { describe, expect, it } from "vitest";
import { isOwnUpload } from "@/app/api/trpc/[trpc]/same-origin";
import { disposition, spanOf } from "./file-headers";
import { readUpload } from "./upload-form";

describe("the name of a file given out", () => {
  it("is whole for those who know, plain for the others, and breaks no header", () => {
    expect(disposition("承重墙 裂缝.jpg", true)).toBe(
      "inline; filename=\"_ _.jpg\"; filename*=UTF-8''%E6%89%BF%E9%87%8D%E5%A2%99%20%E8%A3%82%E7%BC%9D.jpg",
    );
    const sly = disposition("a\"; filename=b.html\r\nX: y\\%41'(1)*.pdf", false);
    expect(sly).not.toMatch(/[\r\n]/);
    expect(sly.match(/"/g)).toHaveLength(2);
    expect(sly).toMatch(/^attachment; /);
  });
});

describe("a span of a recording", () => {
  it.each([
    [null, null],
    ["bytes=0-", { from: 0, to: 99 }],
    ["bytes=10-19", { from: 10, to: 19 }],
    ["bytes=90-900", { from: 90, to: 99 }],
    ["bytes=-10", { from: 90, to: 99 }],
    ["bytes=100-", "none"],
    ["bytes=20-10", "none"],
    ["bytes=0-1,5-6", null],
    ["lines=1-2", null],
  ])("%s", (range, span) => {
    expect(spanOf(range, 100)).toEqual(span);
  });
});

describe("an upload", () => {
  const address = "http://localhost:4010/api/files";
  const own = {
    origin: "http://localhost:4010",
    host: "localhost:4010",
    "content-type": "multipart/form-data; boundary=x",
  };
  const post = (headers: Record<string, string>) => new Request(address, { method: "POST", headers, body: "x" });

  it("comes from a page of this installation alone", () => {
    expect(isOwnUpload(post(own))).toBe(true);
    expect(isOwnUpload(post({ ...own, "sec-fetch-site": "same-origin" }))).toBe(true);
    const { origin: _, ...silent } = own;
    for (const headers of [
      silent,
      { ...own, origin: "https://evil.example" },
      { ...own, origin: "null" },
      { ...own, "sec-fetch-site": "cross-site" },
      { ...own, "content-type": "application/json" },
      { ...own, "content-type": "text/plain" },
    ])
      expect(isOwnUpload(post(headers)), JSON.stringify(headers)).toBe(false);
  });

  const key = "0198a3f0-0000-7000-8000-000000000001";
  const upload = (file: File, over: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ key, disputeId: key, lane: "joint", ...over })) form.set(name, value);
    form.set("file", file);
    return readUpload(new Request(address, { method: "POST", body: form }));
  };

  it("names its file by its key, so that the same upload is the same file", async () => {
    const { input, bytes } = await upload(new File(["%PDF-"], "意见.pdf"), { side: "2", lane: "side" });
    expect(input).toMatchObject({ fileId: key, sessionId: null, lane: "side", side: 2, name: "意见.pdf" });
    expect(bytes.toString()).toBe("%PDF-");
  });

  it("stops counting at the limit, in whichever way it is stated", async () => {
    const large = upload(new File([Buffer.alloc(21 * 1024 * 1024)], "录音.mp3"));
    await expect(large).rejects.toMatchObject({ code: "fileTooLarge" });
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const request = new Request(address, { method: "POST", body: endless, duplex: "half" } as RequestInit);
    await expect(readUpload(request)).rejects.toMatchObject({ code: "fileTooLarge" });
    expect(sent).toBeLessThan(70);
  });

  it.each([
    ["a key that is none", { key: "x" }],
    ["no key", { key: "" }],
    ["a dispute that is no id", { disputeId: "../x" }],
    ["a lane of no list", { lane: "__proto__" }],
    ["a side that is no number", { side: "two" }],
    ["a side out of range", { side: "1e9" }],
    ["half a side", { side: "0.5" }],
    ["a session with a NUL", { sessionId: "\0" }],
  ])("is refused with %s, not broken by it", async (_what, over) => {
    await expect(upload(new File(["%PDF-"], "意见.pdf"), over)).rejects.toMatchObject({ code: "invalid" });
  });

  it.each([".pdf", `${"字".repeat(300)}.pdf`])("is refused by the name %s", async (name) => {
    await expect(upload(new File(["%PDF-"], name))).rejects.toMatchObject({ code: "invalid" });
  });

  it("says what is missing", async () => {
    await expect(upload(new File([], "空.pdf"))).rejects.toMatchObject({ code: "fileMissing" });
    const broken = new Request(address, { method: "POST", headers: own, body: "--x\r\nbroken" });
    await expect(readUpload(broken)).rejects.toMatchObject({ code: "invalid" });
  });
});
