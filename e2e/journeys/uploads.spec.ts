import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { ask, must } from "../api";
import { expect, expectAccessible, test } from "../fixtures";
import { accepted } from "../prepare";

/** A picture of some megabytes: nothing makes noise smaller. */
const noise = (side: number) =>
  sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();

test("a photo of several megabytes on a slow line goes on where it stopped when the line was away, and is a file of the dispute", async ({
  as,
}) => {
  const phone = await as("mediator", { on: "phone" });
  const { disputeId } = await accepted(phone);
  await phone.goto(`/disputes/${disputeId}/records`);
  const region = phone.getByRole("region", { name: "文件" });
  await expect(region.getByRole("button", { name: "拍照" })).toBeVisible();
  await expectAccessible(phone);

  const line = await phone.context().newCDPSession(phone);
  const speed = { offline: false, latency: 40, downloadThroughput: 2_000_000, uploadThroughput: 1_200_000 };
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", speed);
  const begunAt: number[] = [];
  phone.on("request", (request) => {
    if (request.method() === "PATCH") begunAt.push(Number(request.headers()["upload-offset"]));
  });
  const photo = { name: "裂缝.jpg", mimeType: "image/jpeg", buffer: await noise(1_800) };
  expect(photo.buffer.length).toBeGreaterThan(3_000_000);
  await region.locator('input[type="file"][multiple]').setInputFiles(photo);
  await expect.poll(() => begunAt.length).toBeGreaterThan(1);
  await line.send("Network.emulateNetworkConditions", { ...speed, offline: true });
  await expect(region.getByText(/^断网了，已传 \d+%/)).toBeVisible();
  await expectAccessible(phone);
  const before = begunAt.length;
  await line.send("Network.emulateNetworkConditions", speed);
  await expect(region.getByRole("link", { name: "裂缝.jpg" })).toBeVisible();
  expect(begunAt[before]).toBeGreaterThan(0);
  const files = await must(ask<{ name: string; kind: string }[]>(phone, "files.ofDispute", { disputeId }));
  expect(files).toMatchObject([{ name: "裂缝.jpg", kind: "photo", lane: "joint" }]);

  // Dropped or pasted files go where the pills say, cameras' are named by page, and what is refused says why.
  await region.getByText("仅调解员", { exact: true }).click();
  const give = (how: "drop" | "paste", name: string, text: string) =>
    region.evaluate(
      (node, [kind, called, words]) => {
        const data = new DataTransfer();
        data.items.add(new File([words ?? ""], called ?? "", { type: "application/pdf" }));
        const target = node.querySelector("button") ?? node;
        if (kind === "drop") target.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
        else document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
      },
      [how, name, text] as const,
    );
  await give("drop", "假的.pdf", "<html>不是</html>");
  await expect(region.getByRole("alert")).toContainText("内容");
  await region.getByRole("button", { name: "不传了" }).click();
  await give("paste", "便条.docx", "不是");
  await expect(region.getByRole("alert")).toBeVisible();
  await region.getByRole("button", { name: "不传了" }).click();
  const small = { name: "image.jpg", mimeType: "image/jpeg", buffer: await noise(60) };
  const camera = phone.waitForEvent("filechooser");
  await region.getByRole("button", { name: "拍照" }).click();
  await (await camera).setFiles(small);
  await expect(region.getByRole("link", { name: "一张照片" })).toBeVisible();
  const all = await must(ask<{ lane: string }[]>(phone, "files.ofDispute", { disputeId }));
  expect(all.map(({ lane }) => lane).sort()).toEqual(["joint", "mediator"]);
});
