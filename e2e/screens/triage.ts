import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";
import { answerGate } from "./calls";

/** Answers the gate and accepts the dispute for people's mediation with this lead. Stays on the dispute's page. */
export async function accept(
  page: Page,
  lead: string,
  { yes = [], override }: { yes?: readonly string[]; override?: string } = {},
): Promise<void> {
  await answerGate(page, yes);
  await page.getByRole("radio", { name: /^人民调解/ }).check();
  if (override) await page.getByLabel("为什么还走这条路").fill(override);
  const people = page.getByLabel("牵头人");
  const option = people.locator("option").filter({ hasText: lead });
  await expect(option).toHaveCount(1);
  await people.selectOption((await option.getAttribute("value")) ?? "");
  await expectAccessible(page);
  await page.getByRole("button", { name: "受理，开始人民调解" }).click();
  await expect(page.getByRole("grid", { name: "1+8+N 力量" })).toBeVisible();
}
