import { expect, type Locator, type Page } from "@playwright/test";
import { openTab } from "./tabs";

/** Opens a seat of the 1+8+N board and gives its panel. */
export async function openSeat(page: Page, disputeId: string, force: string): Promise<Locator> {
  await openTab(page, disputeId, "");
  await page
    .getByRole("grid", { name: "1+8+N 力量" })
    .getByRole("button", { name: new RegExp(`^${force}\\s*，`) })
    .click();
  const panel = page.getByRole("complementary", { name: `${force}这一席` });
  await expect(panel).toBeVisible();
  return panel;
}

/** Invites a person from the open seat's panel. */
export async function invite(panel: Locator, name: string): Promise<void> {
  await panel.getByRole("button", { name: new RegExp(`^(约请|再请)${name}$`) }).click();
  await expect(panel.getByText(new RegExp(`发给${name}`))).toBeVisible();
}
