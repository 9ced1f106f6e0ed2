import { expect, type Page } from "@playwright/test";

/** Keeps every text a page receives from the server, and says afterwards that a word was in none. */
export function overhear(page: Page) {
  const heard: Promise<{ url: string; text: string }>[] = [];
  page.on("response", (response) => {
    heard.push(
      response.text().then(
        (text) => ({ url: response.url(), text }),
        () => ({ url: response.url(), text: "" }),
      ),
    );
  });
  return {
    /** Everything heard so far. */
    texts: () => Promise.all(heard),
    async expectNever(word: string): Promise<void> {
      const all = await Promise.all(heard);
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter(({ text }) => text.includes(word)).map(({ url }) => url)).toEqual([]);
    },
  };
}
