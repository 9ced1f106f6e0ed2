import type { Browser, Locator, Page } from "@playwright/test";
import { expect } from "../fixtures";

/** The mediator makes a link in the open seat's panel and copies its address; it is shown this once. */
export async function makeLink(panel: Locator): Promise<string> {
  const page = panel.page();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const section = panel.getByRole("region", { name: "不用账号的链接" });
  await section.getByRole("button", { name: /^(生成链接|换一条新链接)$/ }).click();
  await section.getByRole("button", { name: "复制链接" }).click();
  await expect(page.getByText("链接已复制")).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The phone of a person without an account, and every request it sent. */
export interface Stranger {
  page: Page;
  /** No requested address and no referrer holds the secret. */
  expectNeverSent(secret: string): void;
}

export async function stranger(
  browser: Browser,
  baseURL: string | undefined,
  { runsScript = true }: { runsScript?: boolean } = {},
): Promise<Stranger> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    javaScriptEnabled: runsScript,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  const page = await context.newPage();
  const left: string[] = [];
  page.on("request", (request) => {
    // What is sent: an address without the part after #.
    left.push(request.url().replace(/#.*$/, ""), request.headers().referer ?? "");
  });
  return {
    page,
    expectNeverSent(secret) {
      expect(left.length).toBeGreaterThan(0);
      expect(left.filter((one) => one.includes(secret))).toEqual([]);
    },
  };
}

/** Types the last digits of a phone and presses on. */
export async function tellDigits(page: Page, digits: string): Promise<void> {
  await page.getByLabel("手机号后四位").fill(digits);
  await page.getByRole("button", { name: "看邀请" }).click();
}

/** Opens one of the forms under an invitation. */
export async function openForm(page: Page, button: string, title: string): Promise<Locator> {
  await page.getByRole("link", { name: button, exact: true }).click();
  const form = page.locator("section", { has: page.getByRole("heading", { name: title }) });
  await expect(form).toBeVisible();
  return form;
}

/** Nothing on the page is smaller than 16 px to read, or lower than 48 to press. */
export async function expectLarge(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const found: string[] = [];
    const isShown = (one: Element) => one.checkVisibility() && !one.closest(".hidden");
    for (const one of document.querySelectorAll("body *")) {
      const hasText = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (hasText && isShown(one) && Number.parseFloat(getComputedStyle(one).fontSize) < 16) found.push(one.outerHTML);
    }
    for (const one of document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, label.pick"))
      if (isShown(one) && !(one.closest("label") && one.tagName === "INPUT") && one.getBoundingClientRect().height < 48)
        found.push(one.outerHTML);
    return found;
  });
  expect(small).toEqual([]);
}

/** The text that a printer would get of the page. */
export async function printedText(page: Page): Promise<string> {
  await page.emulateMedia({ media: "print" });
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden on paper is not printed, and textContent would give it
  const printed = await page.evaluate(() => document.body.innerText);
  await page.emulateMedia({ media: "screen" });
  return printed;
}

/** What the page says about a link that is unknown or used up. */
export async function refusalOf(page: Page): Promise<string> {
  const refusal = page.getByText(/^这条链接打不开/);
  await expect(refusal).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  return (await refusal.textContent()) ?? "";
}
