import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { workbookParts } from "@/server/testing/workbook-parts";
import { ask, must } from "../api";
import { expect, test } from "../fixtures";

/** Presses the button of the page and reads what the browser was given: the name of the file and its parts. */
async function exported(page: Page, button: string): Promise<{ name: string; texts: string; sheet: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  const parts = workbookParts(await readFile(await download.path()));
  return {
    name: download.suggestedFilename(),
    texts: parts.get("xl/sharedStrings.xml") ?? "",
    sheet: parts.get("xl/worksheets/sheet1.xml") ?? "",
  };
}

test("heads and the county take what a page shows out as a sheet; whoever may not is not offered it, and a refusal is said", async ({
  as,
}) => {
  const head = await as("head2");
  await head.goto("/disputes?scope=all");
  const { total } = await must(ask<{ total: number }>(head, "disputes.list", { scope: "all" }));
  const list = await exported(head, "导出表格");
  expect(list.name).toMatch(/^案件 \d{4}-\d{2}-\d{2}\.xlsx$/);
  // Three lines and the head stand above the disputes.
  expect(list.sheet.match(/<row /g)).toHaveLength(4 + total);
  expect(list.texts).toContain(`${total} 件`);
  await expect(head.getByText("已导出", { exact: false })).toBeVisible();

  await head.goto("/overview?period=month");
  const figures = await exported(head, "导出表格");
  expect(figures.texts).toContain("化解率");
  const county = await as("county", { on: "phone", locale: "en" });
  await county.goto("/county");
  expect((await exported(county, "Export sheet")).texts).toContain("Resolution rate");

  const mediator = await as("mediator3");
  await mediator.goto("/disputes");
  await expect(mediator.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(mediator.getByRole("button", { name: "导出表格" })).toHaveCount(0);
  const refused = await mediator.request.post("/api/sheets/disputes", { data: { scope: "all" } });
  expect(refused.status()).toBe(403);
  expect((await refused.json()).problem.code).toBe("forbidden");
  const foreign = { headers: { "sec-fetch-site": "cross-site" }, data: { scope: "all" } };
  expect((await head.request.post("/api/sheets/disputes", foreign)).status()).toBe(403);
  expect((await head.request.post("/api/sheets/nothing", { data: {} })).status()).toBe(404);
  expect((await head.request.post("/api/sheets/disputes", { data: { scope: "?" } })).status()).toBe(400);

  await head.route("**/api/sheets/overview", (route) =>
    route.fulfill({ status: 429, json: { problem: { code: "exportsUsedUp", params: { max: 20, minutes: 7 } } } }),
  );
  await head.getByRole("button", { name: "导出表格" }).click();
  await expect(head.getByRole("main").getByRole("alert")).toContainText("过 7 分钟再试");
});
