import type { Locator, Page } from "@playwright/test";

/** The card of a helper's coming session of the matter with this title; opened where it stands among the later ones. */
export async function openOwnCard(page: Page, title: string): Promise<Locator> {
  await page.goto("/my-sessions");
  const later = page.locator("li > details").filter({ hasText: title });
  if ((await later.count()) === 0) return page.getByRole("region").filter({ hasText: title });
  await later.locator("summary").first().click();
  return later;
}
