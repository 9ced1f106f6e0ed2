import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";

export type Tab = "" | "parties" | "sessions" | "records" | "agreement" | "performance" | "dossier" | "timeline";

/** Opens one part of a dispute's page by its address and looks at it with axe. */
export async function openTab(page: Page, disputeId: string, tab: Tab): Promise<void> {
  await page.goto(`/disputes/${disputeId}${tab ? `/${tab}` : ""}`);
  await expect(page.getByRole("navigation", { name: "这件纠纷的各部分" })).toBeVisible();
  await expectAccessible(page);
}

/** Presses the verb of the open dialog and waits until the dialog is gone. */
export async function goOn(page: Page, verb: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: verb, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Presses an answer's label, as people do: the box itself is invisible. */
export async function choose(among: Page | Locator, word: string, kind: "radio" | "checkbox" = "radio"): Promise<void> {
  await among.locator("label", { hasText: new RegExp(`^${word}$`) }).click();
  await expect(among.getByRole(kind, { name: word, exact: true })).toBeChecked();
}

/** Chooses one answer of a question. */
export const answer = (page: Page | Locator, question: string, word: string) =>
  choose(page.getByRole("radiogroup", { name: question }), word);

/** The address shows the person nothing: "not found", or a redirect to their own view. */
export async function expectNothingHere(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const nothing = page.getByText(/^(这里没有东西|Nothing here)$/);
  await expect
    .poll(async () => new URL(page.url()).pathname !== address || (await nothing.isVisible()), { message: address })
    .toBe(true);
}

/** Nothing on the page is wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}
