import { expect, type Page, type Request } from "@playwright/test";

/** Keeps every text a page receives from the server, and says afterwards that a word was in none. */
export function captureResponses(page: Page) {
  const heard: Promise<{ url: string; text: string }>[] = [];
  const underWay = new Set<Request>();
  page.on("request", (request) => underWay.add(request));
  page.on("requestfinished", (request) => underWay.delete(request));
  page.on("requestfailed", (request) => underWay.delete(request));
  page.on("response", (response) => {
    heard.push(
      response.text().then(
        (text) => ({ url: response.url(), text }),
        () => ({ url: response.url(), text: "" }),
      ),
    );
  });
  return {
    /**
     * Resolves when the page runs, is idle and waits for no answer, so that everything it requests by itself has been
     * captured. Faster and more reliable than waiting half a second.
     */
    async untilQuiet(): Promise<void> {
      await page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith("__reactContainer")));
      await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
      await expect.poll(() => underWay.size, { intervals: [10, 25, 50, 100] }).toBe(0);
    },
    /** Everything captured so far. */
    texts: () => Promise.all(heard),
    async expectNever(word: string): Promise<void> {
      const all = await Promise.all(heard);
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter(({ text }) => text.includes(word)).map(({ url }) => url)).toEqual([]);
    },
  };
}
