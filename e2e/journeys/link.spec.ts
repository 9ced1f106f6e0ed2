import { accountOf } from "@/server/testing/accounts";
import { ask, must, send } from "../api";
import { expect, expectAccessible, test } from "../fixtures";
import { convenable } from "../prepare";
import { openSeat } from "../screens/board";
import type { Candidate } from "../screens/known";
import { makeLink, refusalOf, type Stranger, stranger, tellDigits } from "../screens/link";
import { expectNoSidewaysScroll } from "../screens/tabs";
import { ownSummary } from "../unique";

test("a link for a person without an account: four digits open it, once; forwarded, replayed, guessed or cancelled ones get the same answer", async ({
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

  const address = await makeLink(await openSeat(mediator, disputeId, "治安积极分子"));
  const token = address.split("#")[1] ?? "";
  expect(address).toMatch(/\/i#[A-Za-z0-9_-]{40,}$/);
  await expectAccessible(mediator);

  const page =
    await test.step("the phone of the invitee: wrong digits are counted, the right ones open the card", async () => {
      const phone = await comes(address);
      await expect(phone.getByLabel("手机号后四位")).toBeVisible();
      expect(new URL(phone.url()).hash, "the token is out of the address before anything is typed").toBe("");
      await expect(phone.getByText(guest.name)).toHaveCount(0);
      await expect(phone.getByText(summary)).toHaveCount(0);
      await expectAccessible(phone);
      await expectNoSidewaysScroll(phone);
      const right = guest.phone.slice(-4);
      await phone.reload();
      await expect(phone.getByLabel("手机号后四位"), "a reload asks for the same digits").toBeVisible();
      await phone.route("**/api/trpc/**", (route) => route.abort());
      await tellDigits(phone, right);
      await expect(phone.getByText(/^网络断了/)).toBeVisible();
      await expect(phone.getByLabel("手机号后四位"), "what was typed is still there").toHaveValue(right);
      await phone.reload();
      const again = phone.getByRole("button", { name: "再试一次" });
      await expect(again).toBeVisible();
      await phone.unroute("**/api/trpc/**");
      await again.click();
      const wrong = right === "0000" ? "1111" : "0000";
      for (const left of [4, 3]) {
        await tellDigits(phone, wrong);
        await expect(phone.getByText(`手机号后四位对不上，还能试 ${left} 次。`)).toBeVisible();
      }
      await tellDigits(phone, right);
      await expect(phone.getByText(summary)).toBeVisible();
      await expect(phone.getByText(`这份邀请是给${guest.name}的。`, { exact: false })).toBeVisible();
      await expectAccessible(phone);
      await expectNoSidewaysScroll(phone);
      return phone;
    });

  await test.step("the invitee accepts; from then on the page says only that, also after a reload", async () => {
    await page.getByRole("checkbox", { name: "与各方无亲属、代理、同单位关系" }).check();
    await page.getByRole("button", { name: /^接受/ }).click();
    await expect(page.getByText("会前要点请登录看，或到了现场看。", { exact: false })).toBeVisible();
    await page.reload();
    await expect(page.getByText("会前要点请登录看，或到了现场看。", { exact: false })).toBeVisible();
    await expect(page.getByRole("button", { name: /^(接受|谢绝|改个时间|让同事代)/ })).toHaveCount(0);
    await expectAccessible(page);
    const panel = await openSeat(mediator, disputeId, "治安积极分子");
    await expect(panel.getByText(`${guest.name}接受`)).toBeVisible();
  });

  await test.step("forwarded, replayed, guessed and cancelled links are refused in the same words", async () => {
    const refusals = [await refusalOf(await comes(address))];
    const again = await page.context().newPage();
    await again.goto(address);
    refusals.push(await refusalOf(again));
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
