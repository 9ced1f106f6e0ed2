import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";
import { ownPhone } from "../unique";
import { answer } from "./tabs";

export interface Party {
  name: string;
  /** "加一人" on the side before, or a side of its own. */
  standing?: string;
}

/** Fills in who is against whom: each named party on a side of its own. */
export async function fillParties(page: Page, parties: readonly Party[]): Promise<void> {
  for (const [at, party] of parties.entries()) {
    if (at > 1) await page.getByRole("button", { name: "另一方", exact: true }).click();
    const row = page.getByRole("group", { name: new RegExp(`^${"甲乙丙丁"[at]}方 `) });
    await row.getByLabel("姓名或单位").fill(party.name);
    await row.getByLabel("电话").fill(ownPhone());
    if (!party.standing) continue;
    await row.getByRole("button", { name: `${party.name}，更多` }).click();
    await row.getByRole("menuitem", { name: `算${party.standing}` }).click();
  }
}

/** Fills in what happened, of which kind, where, and since when. */
export async function fillMatter(
  page: Page,
  matter: { facts: string; type: string; place: string; startedOn?: string },
): Promise<void> {
  await page.getByLabel("经过").fill(matter.facts);
  await answer(page, "类别", matter.type);
  await page.getByLabel("发生在哪里").fill(matter.place);
  if (matter.startedOn) await page.getByLabel("从哪天闹起来的").fill(matter.startedOn);
}

/** Takes a walk-in in and gives the new dispute's id. */
export async function register(
  page: Page,
  parties: readonly Party[],
  matter: Parameters<typeof fillMatter>[1],
): Promise<string> {
  await page.goto("/register");
  await fillParties(page, parties);
  await fillMatter(page, matter);
  for (const question of ["有人受伤", "说过要伤人或自伤", "家里人打人、骂人、关人", "水电气、老人小孩今晚受影响"])
    await answer(page, question, "没有");
  for (const question of ["法院判过或调解结案", "法院已立案，还没结", "别的单位已受理"])
    await answer(page, question, "否");
  await expectAccessible(page);
  await page.getByRole("button", { name: /^保存/ }).click();
  await page.waitForURL(/\/disputes\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { name: "受理还是分流" })).toBeVisible();
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}
