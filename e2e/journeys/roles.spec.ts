import { demoPassword } from "@/server/demo/password";
import { expect, expectAccessible, test } from "../fixtures";
import { expectNoSidewaysScroll, expectNothingHere } from "../screens/tabs";

/** What each demo user finds in the navigation: label in Chinese, label in English, address. The first is where sign-in lands. */
const rails: Record<string, readonly (readonly [string, string, string])[]> = {
  mediator: [
    ["今日", "Today", "/today"],
    ["案件", "Disputes", "/disputes"],
    ["日程", "Calendar", "/calendar"],
    ["履行", "Performance", "/performance"],
    ["人员", "People", "/people"],
  ],
  committee: [
    ["盖章与分派", "Seal and assign", "/committee"],
    ["审批", "Approve", "/approvals"],
    ["案件", "Disputes", "/disputes"],
    ["日程", "Calendar", "/calendar"],
    ["履行", "Performance", "/performance"],
    ["人员", "People", "/people"],
  ],
  head: [
    ["总览", "Overview", "/overview"],
    ["红名单", "Red list", "/red-list"],
    ["审批", "Approve", "/approvals"],
    ["力量", "Forces", "/forces"],
    ["案件", "Disputes", "/disputes"],
    ["警情", "Calls", "/calls"],
  ],
  officer: [
    ["警情", "Calls", "/calls"],
    ["案件", "Disputes", "/disputes"],
    ["日程", "Calendar", "/calendar"],
  ],
  county: [
    ["县域", "County", "/county"],
    ["规则", "Rules", "/rules"],
  ],
  admin: [
    ["人员", "People", "/admin/people"],
    ["场所", "Places", "/admin/places"],
    ["力量", "Forces", "/admin/forces"],
  ],
  judge: [
    ["邀请", "Invites", "/invitations"],
    ["会议", "Sessions", "/my-sessions"],
    ["线索", "Tips", "/clues"],
    ["履历", "Record", "/my-record"],
  ],
  grid: [["线索", "Tips", "/clues"]],
};

/**
 * Each language once and each size once. English texts are longer, so the phone shows whether any is too wide; the other
 * two pairings repeat a catalogue and a layout and never found anything more.
 */
const variants = [
  ["zh-CN", "desktop"],
  ["en", "phone"],
] as const;

/** For each person, an address that belongs to another role. */
const foreign: Record<string, readonly string[]> = {
  mediator: ["/overview", "/committee", "/admin/people", "/county", "/clues"],
  committee: ["/overview", "/admin/places", "/calls"],
  head: ["/committee", "/admin/people", "/invitations"],
  officer: ["/overview", "/committee", "/admin/people"],
  county: ["/today", "/overview", "/disputes"],
  admin: ["/today", "/overview", "/disputes", "/calls"],
  judge: ["/today", "/overview", "/disputes", "/calls", "/people"],
  grid: ["/today", "/calls", "/disputes", "/invitations"],
};

test("the sign-in form: a wrong password is refused in words, the right one opens the person's view, and signing out leads back", async ({
  page,
}) => {
  await page.goto("/today");
  await page.waitForURL(/\/sign-in/);
  await expectAccessible(page);
  await page.getByLabel("账号").fill("officer2");
  await page.getByRole("textbox", { name: "密码" }).fill("wrong password");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByText("账号或密码不对。")).toBeVisible();
  await page.getByRole("textbox", { name: "密码" }).fill(demoPassword);
  await page.getByRole("button", { name: "登录" }).click();
  await page.waitForURL(/\/calls$/);
  await page
    .getByRole("banner")
    .getByRole("button", { name: /账号与设置/ })
    .click();
  await page.getByRole("menuitem", { name: "退出" }).click();
  await page.waitForURL(/\/sign-in/);
  await page.goto("/calls");
  await page.waitForURL(/\/sign-in/);
});

for (const [username, rail] of Object.entries(rails)) {
  for (const [locale, on] of variants) {
    const nothing = on === "desktop" ? ", and nothing at the addresses of others" : "";
    test(`${username} lands in the own view and every place opens${nothing}: ${locale}, ${on}`, async ({ as }) => {
      const page = await as(username, { on, locale });
      await page.goto("/");
      await page.waitForURL(new RegExp(`${rail[0]?.[2]}$`));
      for (const [chinese, english, address] of rail) {
        const places = page.getByRole("navigation", { name: locale === "en" ? "Main pages" : "主要页面" });
        const link = places.getByRole("link", { name: locale === "en" ? english : chinese });
        // A phone's bar has five words; the other places are behind the last one.
        const more = places.getByRole("button", { name: locale === "en" ? /^More/ : /^更多/ });
        if (!(await link.isVisible()) && (await more.isVisible())) await more.click();
        await link.click();
        await page.waitForURL(new RegExp(`${address}$`));
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.getByText(/这一页没打开|This page did not open/)).toHaveCount(0);
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
      }
      // Who may open what does not depend on the language or the screen.
      if (on === "desktop") for (const address of foreign[username] ?? []) await expectNothingHere(page, address);
    });
  }
}
