import type { Page } from "@playwright/test";
import { ask, must } from "../api";
import { expect, expectAccessible } from "../fixtures";

export interface Asked {
  personId: string;
  name: string;
  forceCode: string;
  status: string;
}
interface Plan {
  parts: { forceCode: string; part: string }[];
}

/** Who has been asked in this matter, as the board shows it. */
export async function askedOf(page: Page, disputeId: string): Promise<Asked[]> {
  const board = await must(ask<{ invitations: Asked[] }>(page, "invitations.board", { disputeId }));
  return board.invitations;
}

/** How each force is wanted, as the convening page shows it. */
export const planOf = (page: Page, disputeId: string) => must(ask<Plan>(page, "convening.plan", { disputeId }));

/** Presses of a finger or of the mouse on this page from now on, across its pages. */
export async function countPresses(page: Page): Promise<() => number> {
  let presses = 0;
  await page.exposeFunction("countPress", () => {
    presses += 1;
  });
  await page.addInitScript(() => {
    const { countPress } = window as unknown as { countPress: () => void };
    document.addEventListener("pointerdown", () => countPress(), { capture: true });
  });
  return () => presses;
}

/** The next step of the dispute's page leads to the proposed hours. */
export async function goConvene(page: Page, disputeId: string): Promise<void> {
  await page.getByRole("link", { name: "约请", exact: true }).click();
  await page.waitForURL(new RegExp(`/disputes/${disputeId}/convene$`));
  await expect(page.getByRole("heading", { level: 1, name: "约请" })).toBeVisible();
}

/** The proposed hours, best first. */
export const hours = (page: Page) => page.getByRole("grid", { name: /谁哪个时间能来/ }).getByRole("columnheader");

/** Opens an invitation from the person's own list and accepts it: one tick, one tap. */
export async function acceptInTwoTaps(page: Page, summary: string): Promise<void> {
  const presses = await countPresses(page);
  await page.goto("/invitations");
  await page.getByRole("link").filter({ hasText: summary }).tap();
  await page.waitForURL(/\/invitations\/[0-9a-f-]{36}/);
  const tick = page.getByRole("checkbox", { name: "与各方无亲属、代理、同单位关系" });
  await expect(tick).toBeVisible();
  await expectAccessible(page);
  const before = presses();
  await tick.tap();
  await page.getByRole("button", { name: /^接受，/ }).tap();
  await expect(page.getByRole("heading", { name: "会前要点" })).toBeVisible();
  expect(presses() - before, "one tick, one tap").toBe(2);
}

/** Tells another hour that would do: the first one after the held one, from those offered. */
export async function proposeOther(page: Page): Promise<void> {
  await page.getByRole("group", { name: "选一个时间" }).getByRole("radio").nth(1).check();
  await page.getByRole("button", { name: /^提这个时间，/ }).click();
  await expect(page.getByText(/^您提过：/)).toBeVisible();
}

/** Sends a colleague in one's place. */
export async function nameColleague(page: Page): Promise<string> {
  await page.getByRole("button", { name: "让同事代" }).click();
  const dialog = page.getByRole("dialog");
  const colleague = dialog.getByRole("radio").first();
  await colleague.check();
  const go = dialog.getByRole("button", { name: /^请.+代$/ });
  const name = ((await go.textContent()) ?? "").replace(/^请|代$/g, "");
  await go.click();
  // The card closes with the answer and keeps no names, the deputy's included.
  await expect(page.getByText("这次邀请已经结束")).toBeVisible();
  await expect(page.getByRole("main").getByText(name)).toHaveCount(0);
  return name;
}

/** Tells of a tie to the first party on the card. */
export async function disclose(page: Page, kind: string): Promise<void> {
  await page.getByRole("button", { name: "有关系，要说明" }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .locator("label", { hasText: new RegExp(`^${kind}$`) })
    .first()
    .click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "告诉调解员" }).click();
  await expect(dialog).toBeHidden();
}
