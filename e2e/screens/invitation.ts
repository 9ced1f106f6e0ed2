import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";
import { choose } from "./tabs";

const words = {
  "zh-CN": {
    accept: /^接受/,
    tie: "与各方无亲属、代理、同单位关系",
    need: /先勾上这一句/,
    brief: "会前要点",
    decline: "谢绝",
    why: "出差",
    go: "谢绝邀请",
    declined: /您谢绝了/,
  },
  en: {
    accept: /^Accept/,
    tie: "No family, agency or employer connection with any side",
    need: /tick this sentence/,
    brief: "Brief",
    decline: "Decline",
    why: "Travelling",
    go: "Decline invitation",
    declined: /You declined/,
  },
};

/** Opens one's invitation to the matter with this neutral summary. */
export async function openInvitation(page: Page, summary: string): Promise<void> {
  await page.goto("/invitations");
  await expectAccessible(page);
  await page.getByRole("link").filter({ hasText: summary }).click();
  await page.waitForURL(/\/invitations\/[0-9a-f-]{36}/);
  await expect(page.getByRole("checkbox")).toBeVisible();
  await expectAccessible(page);
}

/** Accepts the open invitation; without the tick it is not accepted. */
export async function acceptInvitation(page: Page, locale: "zh-CN" | "en" = "zh-CN"): Promise<void> {
  const say = words[locale];
  await page.getByRole("button", { name: say.accept }).click();
  await expect(page.getByText(say.need)).toBeVisible();
  await page.getByRole("checkbox", { name: say.tie }).check();
  await page.getByRole("button", { name: say.accept }).click();
  await expect(page.getByRole("heading", { name: say.brief })).toBeVisible();
}

/** Declines the open invitation because of a journey. */
export async function declineInvitation(page: Page, note: string): Promise<void> {
  const say = words["zh-CN"];
  await page.getByRole("button", { name: say.decline, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await choose(dialog, say.why);
  await dialog.getByLabel("补一句（可不写）").fill(note);
  await dialog.getByRole("button", { name: say.go }).click();
  await expect(page.getByText(say.declined)).toBeVisible();
}
