import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { demoPassword } from "@/server/demo/password";
import { elementKinds } from "./element-kinds";
import { noteSeen, seenKinds } from "./seen-kinds";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** Sign-ins of this worker by user name: one per role, so that the rate limit is never reached. */
type StorageState = Exclude<BrowserContextOptions["storageState"], string | undefined>;
const signIns = new Map<string, StorageState>();

/** Signs in over next-auth's own HTTP steps, as the form does, and keeps the cookies. */
async function signInState(browser: Browser, baseURL: string, username: string): Promise<StorageState> {
  const known = signIns.get(username);
  if (known) return known;
  const context = await browser.newContext({ baseURL });
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const answer = await context.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, name: username, password: demoPassword, json: "true" },
  });
  expect(answer.ok(), `sign-in of ${username}`).toBe(true);
  const state = await context.storageState();
  await context.close();
  signIns.set(username, state);
  return state;
}

interface Cast {
  /** A page signed in as a demo user; the same page for the same name within one test. `on: "phone"` is 390 × 844. */
  as(username: string, options?: { on?: "desktop" | "phone"; locale?: "zh-CN" | "en" }): Promise<Page>;
}

/** The kinds on a page that has come to rest: drawn, taken over by its script, and the same at two looks. */
async function settledKinds(page: Page): Promise<number[]> {
  let kinds: number[] = [];
  await expect(async () => {
    await page.evaluate(() => new Promise((rest) => requestIdleCallback(rest, { timeout: 5_000 })));
    const before = kinds;
    kinds = await page.evaluate(elementKinds);
    expect(kinds).toEqual(before);
  }).toPass({ intervals: [0, 20, 50, 100] });
  return kinds;
}

/**
 * axe on a page as it stands; every page a journey visits goes through it. It takes half of the browser's time, so it is
 * left out where it has nothing new to look at: every kind of element there was found good before, in any process of the
 * run, at the same width, among the same elements around it. Our pages hold no frames: the mode that leaves other origins
 * out, and a report of what is wrong without all that is right, take a third of the time. Gives whether axe looked.
 */
export async function expectAccessible(page: Page): Promise<boolean> {
  const width = page.viewportSize()?.width ?? 0;
  // While a page fetches its content anew after an act, its title goes and comes again.
  await expect(page).toHaveTitle(/./);
  const before = await settledKinds(page);
  const known = seenKinds(width);
  if (before.every((kind) => known.has(kind))) return false;
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode(true)
    .analyze();
  expect(
    violations.map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join("; ")}`,
    ),
  ).toEqual([]);
  // What came or went while axe was looking counts as not seen.
  const after = new Set(await page.evaluate(elementKinds));
  noteSeen(
    width,
    before.filter((kind) => after.has(kind) && !known.has(kind)),
  );
  return true;
}

export const test = base.extend<Cast>({
  as: async ({ browser, baseURL }, use) => {
    const pages = new Map<string, Page>();
    const errors: string[] = [];
    await use(async (username, { on = "desktop", locale = "zh-CN" } = {}) => {
      const name = `${username} ${on} ${locale}`;
      const open = pages.get(name);
      if (open) return open;
      const state = await signInState(browser, baseURL ?? "", username);
      const context = await browser.newContext({
        baseURL,
        storageState: state,
        locale,
        timezoneId: "Asia/Shanghai",
        ...(on === "phone" ? phone : { viewport: { width: 1366, height: 768 } }),
      });
      await context.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
      const page = await context.newPage();
      page.on("pageerror", (error) => errors.push(`${name}: ${error.message}`));
      page.on("console", (message) => {
        if (message.text().includes("Content Security Policy")) errors.push(`${name}: ${message.text()}`);
      });
      page.on("response", (response) => {
        if (response.status() >= 500) errors.push(`${name}: ${response.status()} ${response.url()}`);
      });
      pages.set(name, page);
      return page;
    });
    for (const page of pages.values()) await page.context().close();
    expect(errors, "page errors and answers ≥ 500").toEqual([]);
  },
});

export { expect };
