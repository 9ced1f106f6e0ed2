import { demoPassword } from "@/server/demo/password";
import { expect, expectAccessible, test } from "../fixtures";

const username = "grid2";

test("a sign-in that ended is renewed over the page: the text stays, and the act goes on once", async ({ browser }) => {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await phone.newPage();
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  await page.goto("/sign-in");
  await page.getByLabel("账号").fill(username);
  await page.locator("input[name=password]").fill(demoPassword);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL(/clues/);
  const place = `河沿街 ${Date.now()} 号`;
  await page.getByLabel("在哪里").fill(place);
  await page.getByLabel("看到听到什么").fill("楼上漏水，两家吵了三天");

  // Somewhere else the same person signs in and ends all other sign-ins, this one included.
  const desktop = await browser.newContext();
  const other = await desktop.newPage();
  await other.goto("/sign-in");
  await other.getByLabel("账号").fill(username);
  await other.locator("input[name=password]").fill(demoPassword);
  await other.getByRole("button", { name: "登录", exact: true }).click();
  await other.waitForURL(/clues/);
  await other.goto("/account");
  await expectAccessible(other);
  await other.getByRole("button", { name: "其他的都退出" }).click();
  await expect(other.getByRole("button", { name: "其他的都退出" })).toHaveCount(0);

  await page.getByRole("button", { name: "报上去" }).click();
  const dialog = page.getByRole("dialog", { name: "登录到时了，再登一次" });
  await expect(dialog).toBeVisible();
  await dialog.locator("input[name=password]").fill("Not-the-right-one-1");
  await dialog.getByRole("button", { name: "接着用" }).click();
  await expect(dialog.getByText("密码不对。")).toBeVisible();
  await dialog.locator("input[name=password]").fill(demoPassword);
  await dialog.getByRole("button", { name: "接着用" }).click();
  await expect(dialog).toHaveCount(0);
  // Whoever keeps a contact point finds it among what waits there too.
  const own = page.getByRole("region", { name: "我报过的" });
  await expect(own.getByText(place)).toHaveCount(1);
  await page.reload();
  await expect(own.getByText(place)).toHaveCount(1);
  expect(refused).toEqual([]);
  await phone.close();
  await desktop.close();
});

test("signing in and out is answered whatever address, word or cookie comes along", async ({ request }) => {
  const unfit = ["%2Ftoday%0D%0Ax", "%2F%E4%BD%A0", "%2F%00", "nowhere", "%F0%9F%98%80"];
  for (const text of unfit) {
    for (const path of ["csrf", "session", "providers", "error"]) {
      const asked = `/api/auth/${path}?callbackUrl=${text}&error=${text}`;
      const answer = await request.get(asked, { maxRedirects: 0, headers: { cookie: `zhongtiao.callback=${text}` } });
      expect(answer.status(), asked).toBe(path === "error" ? 302 : 200);
    }
    const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
    const form = { csrfToken, callbackUrl: decodeURIComponent(text), json: "true" };
    expect((await request.post("/api/auth/signout", { form })).status(), text).toBe(200);
  }
});
