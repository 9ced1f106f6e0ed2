import { ask, must, send } from "../api";
import { signing } from "../dialogs/matters";
import { expect, test } from "../fixtures";
import { expectLarge, printedText, stranger } from "../screens/link";
import { askToSign, draw, inkIn, signName, tellWho, tickBoth, written } from "../screens/own-phone";
import { expectNoSidewaysScroll } from "../screens/tabs";

test("a party signs on their own phone: the code at the desk, four digits, a refused dot, a name that survives turning and reload, no copy before the seal and one after it", async ({
  as,
  browser,
  baseURL,
}) => {
  const mediator = await as("mediator");
  const { disputeId } = await signing(mediator);
  const { parties } = await must(
    ask<{ parties: { id: string; name: string; phone: string }[] }>(mediator, "disputes.byId", { disputeId }),
  );
  const [first, second] = parties;
  const phone = await must(
    send<{ number: string }>(mediator, "disputes.revealContact", {
      disputeId,
      partyId: first?.id,
      what: "phone",
      reason: "核对签字人的电话",
    }),
  );
  const address = await askToSign(mediator, disputeId, first?.name ?? "");
  const token = address.split("#")[1] ?? "";

  const { page, expectNeverSent } = await stranger(browser, baseURL);
  await page.goto(address);
  await expect(page.getByRole("heading", { name: /请您看协议、签字/ })).toBeVisible();
  await tellWho(page, "0000");
  await expect(page.getByText("后四位对不上，还能试 4 次。")).toBeVisible();
  await tellWho(page, phone.number.slice(-4));
  await expect(page.getByRole("heading", { name: `${first?.name}，轮到您签` })).toBeVisible();
  await expectLarge(page);
  await expectNoSidewaysScroll(page);

  await test.step("what is agreed stands in plain words, and nothing of it prints before the seal", async () => {
    await expect(page.getByText("您得到")).toBeVisible();
    expect(await printedText(page)).not.toContain("墙面修补费");
  });

  await test.step("a dot and missing ticks are refused before anything is sent", async () => {
    await page.getByRole("button", { name: "确认签字" }).click();
    await expect(page.getByRole("alert")).toHaveText(/两句话都要您自己勾上/);
    await tickBoth(page);
    await draw(page, [
      [
        [0.5, 0.5],
        [0.505, 0.505],
      ],
    ]);
    await page.getByRole("button", { name: "确认签字" }).click();
    await expect(page.getByRole("alert")).toHaveText(/一个点不算签名/);
    await page.getByRole("button", { name: "清除" }).click();
    expect(await inkIn(page)).toBe(0);
  });

  await test.step("a name that is drawn survives a turned phone and a reload", async () => {
    await draw(page, written);
    const ink = await inkIn(page);
    expect(ink).toBeGreaterThan(200);
    await page.setViewportSize({ width: 740, height: 360 });
    await expect.poll(() => inkIn(page)).toBeGreaterThan(200);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.reload();
    await expect.poll(() => inkIn(page)).toBeGreaterThan(200);
    await tickBoth(page);
    await page.getByRole("button", { name: "确认签字" }).click();
    await expect(page.getByRole("heading", { name: "您签好了" })).toBeVisible();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  await test.step("the others sign at the table, on one phone that is handed round", async () => {
    await mediator.setViewportSize({ width: 390, height: 844 });
    await mediator.goto(`/disputes/${disputeId}/agreement`);
    await mediator.getByRole("button", { name: `请${second?.name}签字` }).click();
    const screen = mediator.getByRole("dialog", { name: "签调解协议" });
    await screen.getByRole("button", { name: `证件核过了，递给${second?.name}` }).click();
    await expect(screen.getByRole("heading", { name: `${second?.name}，轮到您签` })).toBeVisible();
    await expect(screen.getByText("您要做").or(screen.getByText("您得到")).first()).toBeVisible();
    await expectNoSidewaysScroll(mediator);
    await screen.getByRole("button", { name: "确认签字" }).click();
    await expect(screen.getByRole("alert")).toHaveText(/两句话都要您自己勾上/);
    await tickBoth(mediator);
    await draw(mediator, [
      [
        [0.2, 0.5],
        [0.8, 0.5],
      ],
    ]);
    await screen.getByRole("button", { name: "确认签字" }).click();
    await expect(screen.getByText(/几条线不算签名/)).toBeVisible();
    await screen.getByRole("button", { name: "清除" }).click();
    await draw(mediator, written);
    await screen.getByRole("button", { name: "确认签字" }).click();
    await expect(screen.getByRole("status")).toHaveText(`${second?.name}签好了。`);
    const lead = screen.getByRole("button", { name: "我来签" });
    const skip = screen.getByRole("button", { name: /这次不签$/ });
    await expect(lead.or(skip)).toBeVisible();
    while (await skip.isVisible()) await skip.click();
    await lead.click();
    await signName(mediator);
    await expect(screen.getByRole("heading", { name: "人都签了" })).toBeVisible();
    await screen.getByRole("button", { name: "回到协议" }).last().click();
  });
  await page.reload();
  await expect(page.getByText("人都签了，只等调委会盖章。")).toBeVisible();
  expect(await printedText(page)).not.toContain("墙面修补费");

  const head = await as("committee");
  await must(send(head, "agreements.seal", { disputeId }));
  await page.reload();
  await expect(page.getByRole("heading", { name: "协议生效了" })).toBeVisible();
  expect(await printedText(page)).toContain("墙面修补费");
  expectNeverSent(token);
});

test("without script the page to sign says so and leads to the table; somebody refuses with a reason", async ({
  as,
  browser,
  baseURL,
}) => {
  const mediator = await as("mediator");
  const { disputeId } = await signing(mediator);
  const { parties } = await must(
    ask<{ parties: { id: string; name: string }[] }>(mediator, "disputes.byId", { disputeId }),
  );
  const [first] = parties;
  const phone = await must(
    send<{ number: string }>(mediator, "disputes.revealContact", {
      disputeId,
      partyId: first?.id,
      what: "phone",
      reason: "核对签字人的电话",
    }),
  );
  const address = await askToSign(mediator, disputeId, first?.name ?? "");
  const { page } = await stranger(browser, baseURL, { runsScript: false });
  await page.goto("/i");
  await page.getByLabel("十二位码").fill(address);
  await page.getByRole("button", { name: "打开邀请" }).click();
  await tellWho(page, phone.number.slice(-4));
  await expect(page.getByText(/您的浏览器没有运行脚本。请到调解室当面签/)).toBeVisible();
  await expect(page.getByRole("button", { name: "确认签字" })).toBeHidden();
  await page.getByRole("link", { name: "我不签" }).click();
  await page.getByLabel("为什么不签").fill("金额和谈的不一样");
  await page.getByRole("button", { name: "告诉大家我不签" }).click();
  await expect(page.getByRole("heading", { name: "您说了不签" })).toBeVisible();
  await mediator.goto(`/disputes/${disputeId}/agreement`);
  await expect(mediator.getByText("说不签：金额和谈的不一样")).toBeVisible();
});
