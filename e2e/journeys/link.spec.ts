import { accountOf } from "@/server/testing/accounts";
import { ask, must, send } from "../api";
import { expect, expectAccessible, test } from "../fixtures";
import { convenable } from "../prepare";
import { openSeat } from "../screens/board";
import type { Candidate } from "../screens/known";
import {
  expectLarge,
  makeLink,
  openForm,
  printedText,
  refusalOf,
  type Stranger,
  stranger,
  tellDigits,
} from "../screens/link";
import { expectNoSidewaysScroll } from "../screens/tabs";
import { ownSummary } from "../unique";

test("a link for a person without an account: four digits open it until the session; used, guessed and cancelled ones get the same answer", async ({
  as,
  browser,
  baseURL,
}) => {
  const mediator = await as("mediator");
  const summary = ownSummary();
  const { disputeId } = await convenable(mediator, ["游春雨", "尚有田"], summary);
  const asked = async (forceCode: string) => {
    const people = await must(ask<Candidate[]>(mediator, "invitations.candidates", { disputeId, forceCode }));
    const [first] = people;
    if (!first) throw new Error(`nobody of ${forceCode}`);
    await must(send(mediator, "invitations.send", { disputeId, personId: first.personId, forceCode }));
    return accountOf(first.personId);
  };
  const guest = await asked("securityActivist");
  await asked("lawyer");
  const strangers: Stranger[] = [];
  const comes = async (address: string) => {
    const one = await stranger(browser, baseURL);
    strangers.push(one);
    await one.page.goto(address);
    return one.page;
  };

  const panelOf = await openSeat(mediator, disputeId, "治安积极分子");
  const address = await makeLink(panelOf);
  const token = address.split("#")[1] ?? "";
  expect(address).toMatch(/\/i#[A-Za-z0-9_-]{40,}$/);
  await expectAccessible(mediator);

  await test.step("printed is the slip for the invitee, and nothing of the page it was made on", async () => {
    const printed = await printedText(mediator);
    expect(printed).toContain(`${guest.name}，有一份给您的邀请`);
    expect(printed).toMatch(/[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/);
    expect(printed).not.toMatch(/游春雨|尚有田|撤回|生成链接/);
    expect(printed).not.toContain(summary);
    expect(printed.split("\n").filter((line) => line.trim()).length).toBeLessThan(12);
  });

  const page =
    await test.step("the phone of the invitee: wrong digits are counted, the right ones open the card", async () => {
      const phone = await comes(address);
      await expect(phone.getByLabel("手机号后四位")).toBeVisible();
      expect(phone.url(), "the token is out of the address before anything is typed").toMatch(/\/i\/[\w-]{12}$/);
      await expect(phone.getByText(guest.name)).toHaveCount(0);
      await expect(phone.getByText(summary)).toHaveCount(0);
      await expectAccessible(phone);
      await expectLarge(phone);
      await expectNoSidewaysScroll(phone);
      const right = guest.phone.slice(-4);
      await phone.reload();
      await expect(phone.getByLabel("手机号后四位"), "a reload asks for the same digits").toBeVisible();
      const wrong = right === "0000" ? "1111" : "0000";
      for (const left of [4, 3]) {
        await tellDigits(phone, wrong);
        await expect(phone.getByText(`后四位对不上，还能试 ${left} 次。`)).toBeVisible();
        await expect(phone.getByLabel("手机号后四位"), "what was typed is still there").toHaveValue(wrong);
        await expect(phone.getByLabel("手机号后四位")).toBeFocused();
      }
      await tellDigits(phone, right);
      await expect(phone.getByText(summary)).toBeVisible();
      await expect(phone.getByText(`这份邀请是给${guest.name}的。`, { exact: false })).toBeVisible();
      await expectAccessible(phone);
      await expectLarge(phone);
      await expectNoSidewaysScroll(phone);
      return phone;
    });

  await test.step("the page is a document: nothing is loaded beside it, and it travels in a few KiB", async () => {
    const answer = page.waitForResponse((one) => one.request().resourceType() === "document");
    const others: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() !== "document" && !request.url().startsWith("data:")) others.push(request.url());
    });
    await page.reload();
    const document = await answer;
    expect((await document.request().sizes()).responseBodySize).toBeLessThan(12 * 1024);
    expect(document.headers()["cache-control"]).toBe("no-store");
    expect(others).toEqual([]);
    expect(await page.locator("script").count(), "no script at all within").toBe(0);
  });

  await test.step("the invitee accepts; the missing tick is asked for; afterwards the page shows when and where", async () => {
    await page.getByRole("button", { name: /^接受/ }).click();
    await expect(page.getByText("没有关系，请先勾上这一句", { exact: false })).toBeVisible();
    const tick = page.getByRole("checkbox", { name: "与各方无亲属、代理、同单位关系" });
    await expect(tick).toBeFocused();
    await expect(tick).toBeInViewport();
    await tick.check();
    await page.getByRole("button", { name: /^接受/ }).click();
    await expect(page.getByText("会前要点到了现场，由", { exact: false })).toBeVisible();
    await page.reload();
    await expect(page.getByText("会前要点到了现场，由", { exact: false })).toBeVisible();
    await expect(page.getByRole("button", { name: /^接受/ })).toHaveCount(0);
    await expectAccessible(page);
    await expectLarge(page);
    const printed = await printedText(page);
    expect(printed).toContain(`这份邀请是给${guest.name}的。`);
    expect(printed).toMatch(/有事打电话：\S+ [\d ]+/);
    expect(printed).not.toMatch(/游春雨|尚有田|来不了|English/);
    const panel = await openSeat(mediator, disputeId, "治安积极分子");
    await expect(panel.getByText(`${guest.name}接受`)).toBeVisible();
    await expect(panel.getByText("会开完以前，用链接还能看时间和地方。"), "and the lead can cancel it").toBeVisible();
    await expect(panel.getByRole("button", { name: "作废链接" })).toBeVisible();
  });

  await test.step("the link still opens until the session, with the digits, on another phone too; then they cannot come", async () => {
    const again = await comes(address);
    await tellDigits(again, guest.phone.slice(-4));
    await expect(again.getByRole("heading", { name: "时间和地方" })).toBeVisible();
    await expect(again.getByRole("link", { name: /^打电话/ })).toHaveAttribute("href", /^tel:\d+$/);
    await page.reload();
    await expect(page.getByLabel("手机号后四位"), "a second visit replaces the first").toBeVisible();
    const form = await openForm(again, "来不了了", "来不了？");
    await form.getByRole("button", { name: "整件事都不来了" }).click();
    await expect(again.getByText("选一个原因")).toBeVisible();
    await again.getByRole("radio", { name: "出差" }).check();
    await again.getByRole("button", { name: "整件事都不来了" }).click();
    await expect(again.getByText(/您谢绝了/)).toBeVisible();
    await page.reload();
    await refusalOf(page);
  });

  await test.step("used, guessed and cancelled links are refused in the same words", async () => {
    const refusals = [await refusalOf(await comes(address))];
    const guessed = `${token.slice(0, -4)}${token.endsWith("AAAA") ? "BBBB" : "AAAA"}`;
    refusals.push(await refusalOf(await comes(`/i#${guessed}`)));
    const lawyers = await openSeat(mediator, disputeId, "律师");
    const cancelled = await makeLink(lawyers);
    await lawyers.getByRole("button", { name: "作废链接" }).click();
    await expect(lawyers.getByText("链接已作废。")).toBeVisible();
    refusals.push(await refusalOf(await comes(cancelled)));
    expect(new Set(refusals).size, refusals.join("\n")).toBe(1);
    const answers = await Promise.all(
      [token, guessed, cancelled.split("#")[1]].map((secret) =>
        page.request.post("/api/trpc/links.peek?batch=1", { data: { 0: { token: secret } } }),
      ),
    );
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size, "to the letter, on the wire too").toBe(1);
    expect(answers.map((answer) => answer.status())).toEqual([404, 404, 404]);
  });

  await test.step("no address and no referrer carried a token", async () => {
    for (const one of strangers) {
      one.expectNeverSent(token);
      expect(new URL(one.page.url()).hash).toBe("");
      await one.page.context().close();
    }
  });
});

test("without script, by the code or the pasted link, every answer can be given and nothing typed is lost", async ({
  as,
  browser,
  baseURL,
}) => {
  const mediator = await as("mediator");
  const summary = ownSummary();
  const { disputeId } = await convenable(mediator, ["游春雨", "尚有田"], summary);
  const [person] = await must(
    ask<Candidate[]>(mediator, "invitations.candidates", { disputeId, forceCode: "propertyManager" }),
  );
  if (!person) throw new Error("nobody to ask");
  const { invitationId } = await must(
    send<{ invitationId: string }>(mediator, "invitations.send", {
      disputeId,
      personId: person.personId,
      forceCode: "propertyManager",
    }),
  );
  const { token, code } = await must(
    send<{ token: string; code: string }>(mediator, "links.make", { disputeId, invitationId }),
  );
  const right = (await accountOf(person.personId)).phone.slice(-4);
  const { page } = await stranger(browser, baseURL, { runsScript: false });

  await test.step("the link leads to the field for the code, which takes the whole link as well", async () => {
    await page.goto(`/i#${token}`);
    await expect(page.getByText("浏览器没有运行脚本", { exact: false })).toBeVisible();
    await page.getByLabel("十二位码").fill(`${baseURL}/i#${token}`);
    await page.getByRole("button", { name: "打开邀请" }).click();
    await expect(page.getByLabel("手机号后四位")).toBeVisible();
    await page.goto("/i");
    await page.getByLabel("十二位码").fill(code.toLowerCase());
    await page.getByRole("button", { name: "打开邀请" }).click();
    await tellDigits(page, right);
    await expect(page.getByText(summary)).toBeVisible();
  });

  await test.step("another time: refused while none is written, then told", async () => {
    const form = await openForm(page, "改个时间", "什么时候能来？");
    await form.getByRole("button", { name: "提写下的时间" }).click();
    await expect(page.getByText("至少写一个时间")).toBeVisible();
    const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("时间 2").fill(`${inTenDays}T09:30`);
    await page.getByRole("button", { name: "提写下的时间" }).click();
    await expect(page.getByText(/^您提过：/)).toBeVisible();
  });

  await test.step("no: what was written stays while the reason is missing; a reload sends nothing again", async () => {
    const form = await openForm(page, "谢绝", "为什么来不了？");
    await form.getByLabel("补一句（可不写）").fill("这周都在外地");
    await form.getByRole("button", { name: "谢绝邀请" }).click();
    await expect(page.getByText("选一个原因")).toBeVisible();
    await expect(page.getByLabel("补一句（可不写）").first()).toHaveValue("这周都在外地");
    await page.getByRole("radio", { name: "出差" }).check();
    await page.getByRole("button", { name: "谢绝邀请" }).click();
    await expect(page.getByText(/您谢绝了/)).toBeVisible();
    await page.reload();
    await expect(page.getByText(/您谢绝了/)).toBeVisible();
  });
  await page.context().close();
});

test("after five wrong tries a link no longer works, even with the right digits", async ({ as, browser, baseURL }) => {
  const mediator = await as("mediator");
  const { disputeId } = await convenable(mediator, ["游春雨", "尚有田"], ownSummary());
  const [person] = await must(ask<Candidate[]>(mediator, "invitations.candidates", { disputeId, forceCode: "other" }));
  if (!person) throw new Error("nobody to ask");
  const { invitationId } = await must(
    send<{ invitationId: string }>(mediator, "invitations.send", {
      disputeId,
      personId: person.personId,
      forceCode: "other",
    }),
  );
  const { token } = await must(send<{ token: string }>(mediator, "links.make", { disputeId, invitationId }));
  const right = (await accountOf(person.personId)).phone.slice(-4);
  const wrong = right === "0000" ? "1111" : "0000";
  const { page } = await stranger(browser, baseURL);
  await page.goto(`/i#${token}`);
  await expect(page.getByLabel("手机号后四位")).toBeVisible();
  for (const left of [4, 3, 2, 1]) {
    await tellDigits(page, wrong);
    await expect(page.getByText(`还能试 ${left} 次`)).toBeVisible();
  }
  await tellDigits(page, wrong);
  await refusalOf(page);
  const anew = await page.context().newPage();
  await anew.goto(`/i#${token}`);
  await refusalOf(anew);
  const late = await page.request.post("/api/trpc/links.open?batch=1", { data: { 0: { token, phoneEnd: right } } });
  expect(late.status(), "the right digits come too late").toBe(404);
  await page.context().close();
  await expect(async () => {
    await mediator.goto("/notices");
    const news = mediator.getByRole("listitem").filter({ hasText: `给${person.name}的链接输错五次` });
    await expect(news.first()).toBeVisible({ timeout: 5_000 });
  }).toPass();
});
