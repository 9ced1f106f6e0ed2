import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../fixtures";

/**
 * Opens the list behind a figure of the head's overview and counts the lines about one dispute, on all its pages: other
 * journeys take in disputes at the same time, so that this one's line may stand on any of them.
 */
export async function linesBehind(head: Page, link: string | RegExp, title: string): Promise<number> {
  await head.goto("/overview?period=month");
  await expectAccessible(head);
  await head.getByRole("main").getByRole("link", { name: link }).first().click();
  await head.waitForURL(/\/overview\/[a-zA-Z]+/);
  await expect(head.getByRole("heading", { name: "怎么算" })).toBeAttached();
  await expectAccessible(head);
  const lines = head.getByRole("row").filter({ hasText: title });
  let found = await lines.count();
  const more = head.getByRole("link", { name: "再看 50 件" });
  while ((await more.count()) > 0) {
    await head.goto((await more.getAttribute("href")) ?? "");
    found += await lines.count();
  }
  return found;
}
