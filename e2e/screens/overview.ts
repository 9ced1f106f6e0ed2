import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";

/** Opens the list behind a figure of the head's overview and counts the lines about one dispute. */
export async function linesBehind(head: Page, link: string | RegExp, title: string): Promise<number> {
  await head.goto("/overview?period=month");
  await expectAccessible(head);
  await head.getByRole("main").getByRole("link", { name: link }).first().click();
  await head.waitForURL(/\/overview\/[a-zA-Z]+/);
  await expect(head.getByRole("heading", { name: "怎么算" })).toBeAttached();
  await expectAccessible(head);
  return head.getByRole("row").filter({ hasText: title }).count();
}
