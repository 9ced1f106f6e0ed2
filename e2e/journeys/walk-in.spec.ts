import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../fixtures";
import { countPresses } from "../screens/convene";
import { answer } from "../screens/tabs";
import { ownPhone, ownPlace, ownSummary } from "../unique";

/** Presses into a field, as somebody does who never uses the keyboard to move, and types. */
async function write(page: Page, within: string | null, label: string, text: string): Promise<void> {
  const among = within ? page.getByRole("group", { name: new RegExp(`^${within}方 `) }) : page;
  await among.getByLabel(label).click();
  await page.keyboard.type(text);
}

test("on a slow line a control waits for its script and says so, and what was typed before is kept", async ({ as }) => {
  const mediator = await as("mediator");
  let release = () => {};
  const scriptsMayCome = new Promise<void>((resolve) => {
    release = resolve;
  });
  await mediator.route(/\.js(\?|$)/, async (route) => {
    await scriptsMayCome;
    await route.continue();
  });
  await mediator.goto("/register", { waitUntil: "commit" });
  const name = mediator.getByRole("group", { name: /^甲方 / }).getByLabel("姓名或单位");
  await expect(name).toBeFocused();
  await mediator.keyboard.type("尉迟春梅");
  await expect(mediator.getByText("网速慢，按钮和输入框马上就能用")).toBeVisible();
  // Enter sends nothing yet, least of all a name in an address.
  const search = mediator.getByRole("searchbox");
  await search.focus();
  await mediator.keyboard.type("邱国栋");
  await mediator.keyboard.press("Enter");
  // A press where the button is does nothing that would be taken back.
  const none = mediator.getByRole("button", { name: "都没有", exact: true });
  await expect(none).toHaveCSS("pointer-events", "none");
  release();
  await none.click();
  await expect(mediator.getByRole("radio", { name: "没有", exact: true, checked: true })).toHaveCount(4);
  await expect(name).toHaveValue("尉迟春梅");
  await expect(search).toHaveValue("邱国栋");
  expect(new URL(mediator.url()).search).toBe("");
  await mediator.getByRole("button", { name: "清空" }).click();
});

test("on a slow line a second press registers nothing twice, and a pressed link says that it was pressed", async ({
  as,
}) => {
  const mediator = await as("mediator");
  let release = () => {};
  const pageMayCome = new Promise<void>((resolve) => {
    release = resolve;
  });
  await mediator.goto("/register");
  await write(mediator, "甲", "姓名或单位", "令狐秋生");
  await write(mediator, "乙", "姓名或单位", "钟离小满");
  await write(mediator, null, "经过", "楼上卫生间漏水，吊顶湿了，想让他修好。");
  await write(mediator, null, "发生在哪里", ownPlace());
  await mediator.getByRole("button", { name: "都没有", exact: true }).click();
  await mediator.getByRole("button", { name: "都问过，否" }).click();
  let registered = 0;
  mediator.on("request", (request) => {
    if (/disputes\.register(\?|,|$)/.test(request.url())) registered += 1;
  });
  await mediator.route(/\/disputes\/[0-9a-f-]{36}\/parties/, async (route) => {
    await pageMayCome;
    await route.continue();
  });
  const go = mediator.getByRole("button", { name: /^保存并受理/ });
  const saved = mediator.waitForResponse(/disputes\.register/);
  await go.click();
  await saved;
  await expect(go).toHaveAttribute("aria-busy", "true");
  await go.click();
  release();
  await mediator.waitForURL(/\/parties\?registered=yes#registered$/);
  expect(registered).toBe(1);

  let reach = () => {};
  const recordMayCome = new Promise<void>((resolve) => {
    reach = resolve;
  });
  await mediator.route(/\/disputes\/[0-9a-f-]{36}\/records/, async (route) => {
    await recordMayCome;
    await route.continue();
  });
  const tab = mediator.getByRole("navigation", { name: "这件纠纷的各部分" }).getByRole("link", { name: /^记录/ });
  await tab.click();
  await expect(tab).toHaveAttribute("aria-busy", "true");
  reach();
  await expect(tab).toHaveAttribute("aria-current", "page");
  await expect(tab).not.toHaveAttribute("aria-busy", "true");
});

test("a walk-in is registered, accepted, told, asked and convened in at most 18 presses on three screens", async ({
  as,
}) => {
  test.setTimeout(600_000);
  const mediator = await as("mediator");
  const presses = await countPresses(mediator);
  const screens = new Set<string>();
  mediator.on("framenavigated", (frame) => {
    const { pathname } = new URL(frame.url());
    if (frame === mediator.mainFrame()) screens.add(pathname.replace(/[0-9a-f-]{36}/, ":id"));
  });
  await mediator.goto("/today");
  screens.clear();
  const summary = ownSummary();

  await test.step("the first field has the focus, the type is proposed, and one press saves and accepts", async () => {
    await mediator.getByRole("link", { name: /^新登记/ }).click();
    await expect(mediator.getByRole("group", { name: /^甲方 / }).getByLabel("姓名或单位")).toBeFocused();
    await mediator.keyboard.type("尉迟春梅");
    await write(mediator, "甲", "电话", ownPhone());
    await write(mediator, "甲", "住在哪里，或在哪里工作", ownPlace());
    await write(mediator, "乙", "姓名或单位", "邱国栋");
    await write(mediator, "乙", "电话", ownPhone());
    await write(mediator, null, "经过", "楼上卫生间漏水，我家吊顶和电表箱都湿了，敲门不开，想让他修好、赔吊顶。");
    await write(mediator, null, "给受邀人看的中性案情", summary);
    await expect(mediator.getByRole("radio", { name: "邻里", exact: true })).toBeChecked();
    await mediator.getByRole("button", { name: "都没有", exact: true }).click();
    await mediator.getByRole("button", { name: "都问过，否" }).click();
    const go = mediator.getByRole("button", { name: /^保存并受理/ });
    await expect(go).toBeVisible();
    await expectAccessible(mediator);
    const last = await mediator.getByRole("radiogroup", { name: "够得上治安违法" }).boundingBox();
    const top = await mediator.evaluate(() => window.scrollY);
    expect(top, "nothing was scrolled").toBe(0);
    expect((last?.y ?? 0) + (last?.height ?? 0), "the filled form fits 1366 × 768").toBeLessThan(
      (await go.boundingBox())?.y ?? 0,
    );
    await go.click();
    await mediator.waitForURL(/\/parties\?registered=yes#registered$/);
    // Whoever came is given their receipt before they leave.
    await expect(mediator.getByRole("link", { name: "打印登记回执" })).toBeInViewport();
  });

  await test.step("one sheet: each one's own answer, nobody's chosen beforehand", async () => {
    const sheet = mediator.getByRole("region", { name: "在场的各方：告知并问同不同意" });
    await expect(sheet.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(sheet).toBeInViewport();
    for (const name of ["尉迟春梅", "邱国栋"]) await answer(sheet, name, "同意调解，也同意请人");
    await answer(sheet, "怎么告知", "当面念");
    await expectAccessible(mediator);
    await sheet.getByRole("button", { name: "记下告知和答复" }).click();
    await expect(sheet).toBeHidden();
  });

  await test.step("the next step convenes everybody at the best hour", async () => {
    await mediator.getByRole("link", { name: "约请", exact: true }).click();
    await mediator.waitForURL(/\/convene$/);
    await mediator.getByRole("button", { name: "发出约请" }).click();
    await mediator.waitForURL(/\/sessions$/);
    await expect(mediator.getByRole("region", { name: "第 1 次调解会" }).getByText(/^预留到 /)).toBeVisible();
  });

  expect(presses()).toBeLessThanOrEqual(18);
  screens.delete("/disputes/:id/sessions");
  // Where they came from: its address is said again when it was refreshed.
  screens.delete("/today");
  expect([...screens]).toEqual(["/register", "/disputes/:id/parties", "/disputes/:id/convene"]);
});
