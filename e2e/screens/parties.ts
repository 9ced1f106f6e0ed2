import { expect, type Page } from "@playwright/test";
import { answer, choose, openTab } from "./tabs";

/** Tells everyone their rights, on the parties tab, and asks nobody yet. */
export async function giveNotice(page: Page, disputeId: string): Promise<void> {
  await openTab(page, disputeId, "parties");
  const sheet = page.getByRole("region", { name: "在场的各方：告知并问同不同意" });
  const parties = sheet.getByRole("radiogroup").filter({ hasText: "没来" });
  for (const party of await parties.all()) await choose(party, "只听告知");
  await answer(sheet, "怎么告知", "当面念");
  await sheet.getByRole("button", { name: "记下已告知" }).click();
  await expect(sheet).toBeHidden();
}

/** One party agrees to mediation and to every force being asked. */
export async function consent(page: Page, name: string): Promise<void> {
  await answer(page, "谁说的", name);
  await page.getByRole("checkbox", { name: `${name}同意调解` }).check();
  await page.getByRole("button", { name: "全部勾上" }).click();
  await page.getByRole("button", { name: `记下${name}的话` }).click();
  await expect(page.getByRole("button", { name: `记下${name}的话` })).toBeHidden();
}

/** One party clearly refuses and is told of the way to court, which ends mediation. */
export async function refuse(page: Page, disputeId: string, name: string, reason: string): Promise<void> {
  await openTab(page, disputeId, "parties");
  await page.getByRole("button", { name: "有一方不愿调解" }).click();
  const dialog = page.getByRole("dialog");
  await choose(dialog, name);
  await dialog.getByLabel("怎么说的（可不写）").fill(reason);
  await choose(dialog, "向法院起诉", "checkbox");
  await choose(dialog, "行政机关处理", "checkbox");
  await dialog.getByRole("button", { name: "记下不愿，结束调解" }).click();
  await expect(dialog).toBeHidden();
}
