import { packed, readPdf } from "@/server/testing/official-papers/read-back";
import { takenIn } from "../dialogs/matters";
import { expect, expectAccessible, test } from "../fixtures";

test("whoever came is given a receipt: its print names no party, its code opens the stage with script and without", async ({
  as,
  browser,
  baseURL,
}) => {
  const mediator = await as("mediator");
  const { disputeId } = await takenIn(mediator, { track: "peoples" });
  await mediator.goto(`/disputes/${disputeId}/slip`);
  await mediator.getByRole("button", { name: "生成回执", exact: true }).click();
  await expect(mediator.getByRole("img", { name: "查询进度的二维码" })).toBeVisible();
  await expectAccessible(mediator);
  const code = (await mediator.locator("article code").textContent()) ?? "";
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);

  // A browser prints some characters as the radicals they look like.
  const printed = packed((await readPdf(await mediator.pdf())).texts.map(({ text }) => text).join("")).normalize(
    "NFKC",
  );
  for (const said of ["登记回执", code, "调解不收任何费用"]) expect(printed).toContain(packed(said));
  for (const kept of ["刘玉芬", "张建国", "楼道", "重新生成", "回到这件纠纷"]) expect(printed).not.toContain(kept);

  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled, locale: "zh-CN" });
    const page = await context.newPage();
    await page.goto(`/slip#${code}`);
    if (!javaScriptEnabled) {
      await page.getByLabel("回执上的十二位码").fill(code);
      await page.getByRole("button", { name: "查进度" }).click();
    }
    await expect(page.getByRole("heading", { name: "已受理" })).toBeVisible();
    await expect(page.getByText("刘玉芬")).toHaveCount(0);
    expect(page.url(), "the code is in no address").not.toContain(code);
    if (javaScriptEnabled) await expectAccessible(page);
    await context.close();
  }

  await mediator.getByRole("button", { name: "作废", exact: true }).click();
  await mediator.getByRole("button", { name: "作废回执" }).click();
  await expect(mediator.getByRole("img", { name: "查询进度的二维码" })).toBeHidden();
});
