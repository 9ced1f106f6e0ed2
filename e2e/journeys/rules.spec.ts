import { expect, expectAccessible, test } from "../fixtures";
import { expectNoSidewaysScroll } from "../screens/tabs";

test("the county sets a rule and enters a year's days off; a committee's head reads both and changes only what is theirs", async ({
  as,
}) => {
  const county = await as("county");
  await county.goto("/rules");
  const rule = (page: typeof county, name: string) => page.getByRole("row").filter({ hasText: name });
  await rule(county, "线索多久内处理").getByRole("button", { name: /^改 / }).click();
  const dialog = county.getByRole("dialog");
  await dialog.getByLabel("新的值").fill("999");
  await dialog.getByRole("button", { name: "改", exact: true }).click();
  await expect(dialog.getByText("还差：新的值")).toBeVisible();
  await expect(dialog.getByLabel("新的值")).toBeFocused();
  await dialog.getByLabel("新的值").fill("25");
  await expectAccessible(county);
  await dialog.getByRole("button", { name: "改", exact: true }).click();
  await expect(rule(county, "线索多久内处理")).toContainText("25 小时");

  const year = new Date().getFullYear() + 2;
  await county.getByRole("button", { name: `录入或修改 ${year} 年` }).click();
  await dialog.getByLabel("通知文号").fill("国办发明电〔样〕1号");
  await expectAccessible(county);
  await expectNoSidewaysScroll(county);
  await dialog.getByRole("button", { name: "存好" }).click();
  await expect(county.getByText("国办发明电〔样〕1号", { exact: false }).first()).toBeVisible();

  const head = await as("committee", { on: "phone" });
  await head.goto("/rules");
  await expect(rule(head, "线索多久内处理")).toContainText("25 小时");
  await expect(rule(head, "线索多久内处理").getByRole("button")).toHaveCount(0);
  await expect(rule(head, "一般的下一步多久内办").getByRole("button", { name: /^改 / })).toBeVisible();
  await expect(head.getByRole("button", { name: /录入或修改/ })).toHaveCount(0);
  await expectNoSidewaysScroll(head);
});
