import { expect, type Page } from "@playwright/test";
import { choose, goOn } from "./tabs";

/** Writes down what one obligor did for clause `n`, and where the proof is found. */
export async function recordPerformance(page: Page, n: number, who: string, note: string): Promise<void> {
  await page
    .getByRole("table")
    .getByRole("button", { name: new RegExp(`^记下.*第 ${n} 条`) })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("谁做的").selectOption({ label: who });
  await dialog.getByLabel("凭据编号或存放处").fill(note);
  await goOn(page, "记下履行");
}

/** Urges whoever owes clause `n`. */
export async function urge(page: Page, n: number, note: string): Promise<void> {
  await page
    .getByRole("table")
    .getByRole("button", { name: `督促第 ${n} 条` })
    .click();
  await page.getByLabel("说了什么，答应哪天").fill(note);
  await goOn(page, "记下督促");
}

/** Writes a follow-up visit down. */
export async function visit(page: Page, note: string): Promise<void> {
  await page.getByRole("button", { name: "记录回访" }).first().click();
  const dialog = page.getByRole("dialog");
  await choose(dialog, "满意");
  await dialog.getByLabel("说了什么").fill(note);
  await goOn(page, "记下回访");
}

/** Closes the proceeding from the ledger's foot. */
export async function close(page: Page): Promise<void> {
  await page.getByRole("button", { name: "结案", exact: true }).click();
  await goOn(page, "结案");
}

/** Archives the dossier and gives its number. */
export async function archive(page: Page): Promise<string> {
  await page.getByRole("button", { name: "归档，取卷号" }).click();
  await choose(page.getByRole("dialog"), "长期");
  await goOn(page, "归档，取卷号");
  const done = page.getByText(/已归档，卷号 /).last();
  await expect(done).toBeVisible();
  return ((await done.textContent()) ?? "").replace(/^.*卷号\s*/, "").replace(/。$/, "");
}
