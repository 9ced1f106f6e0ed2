import { accountOf } from "@/server/testing/accounts";
import { ask, must, send } from "../api";
import { expect, expectAccessible, test } from "../fixtures";
import { convenable } from "../prepare";
import { openSeat } from "../screens/board";
import {
  type Asked,
  acceptInTwoTaps,
  askedOf,
  countPresses,
  disclose,
  goConvene,
  hours,
  nameColleague,
  planOf,
  proposeOther,
} from "../screens/convene";
import { declineInvitation, openInvitation } from "../screens/invitation";
import type { Candidate } from "../screens/known";
import { openOwnCard } from "../screens/own-sessions";
import { openTab } from "../screens/tabs";
import { ownSummary } from "../unique";

test("four presses convene the people and a room; each answers on the phone; the hour is confirmed when those needed are in", async ({
  as,
}) => {
  test.setTimeout(900_000);
  const mediator = await as("mediator");
  const summary = ownSummary();
  const { disputeId } = await convenable(mediator, ["祁水生", "辛桂枝"], summary);
  const { parts } = await planOf(mediator, disputeId);
  // Whom the page proposes depends on journeys that run meanwhile; who was asked is read afterwards.
  let everyone: Asked[] = [];
  const asked = (forceCode: string): Asked => {
    const one = everyone.find((person) => person.forceCode === forceCode);
    if (!one) throw new Error(`nobody of ${forceCode} was asked`);
    return one;
  };
  const phoneOf = async ({ personId }: Asked) => as((await accountOf(personId)).username, { on: "phone" });
  const needed = () => parts.filter(({ part }) => part !== "optional").map(({ forceCode }) => asked(forceCode));

  await test.step("four presses from the dispute's page: convene, another hour, back to the best, send", async () => {
    const presses = await countPresses(mediator);
    await openTab(mediator, disputeId, "");
    await goConvene(mediator, disputeId);
    await hours(mediator).getByRole("button").nth(1).click();
    await hours(mediator).getByRole("button").first().click();
    const sentence = mediator.getByText(/^约请发给 2 方当事人和 \d+ 位受邀人，/);
    await expect(sentence).toHaveText(
      /^约请发给 2 方当事人和 \d+ 位受邀人，.+ 前答复；房间和各人时间先预留，到 .+。短信不写案情。$/,
    );
    const promised = Number(/(\d+) 位受邀人/.exec((await sentence.textContent()) ?? "")?.[1]);
    await mediator.getByRole("button", { name: "发出约请" }).click();
    await mediator.waitForURL(new RegExp(`/disputes/${disputeId}/sessions$`));
    expect(presses()).toBe(4);
    const session = mediator.getByRole("region", { name: "第 1 次调解会" });
    await expect(session.getByText(/^预留到 /)).toBeVisible();
    everyone = await askedOf(mediator, disputeId);
    expect(everyone.length, "at least five people besides the mediator").toBeGreaterThanOrEqual(5);
    expect(everyone).toHaveLength(promised);
    await expect(session.getByText(/还没答复：/)).toContainText(needed()[0]?.name ?? "");
    await expectAccessible(mediator);
  });

  await test.step("one invitee proposes another hour; the mediator sees it on the board", async () => {
    const one = asked("securityActivist");
    const page = await phoneOf(one);
    await openInvitation(page, summary);
    await proposeOther(page);
    const panel = await openSeat(mediator, disputeId, "治安积极分子");
    await expect(panel.getByRole("heading", { name: `${one.name}另提的时间` })).toBeVisible();
    await expect(panel.getByRole("button", { name: "改到这个时间" })).toBeVisible();
  });

  await test.step("one invitee names a colleague, who is asked at once", async () => {
    const one = asked("enforcementTeam");
    const page = await phoneOf(one);
    await openInvitation(page, summary);
    const colleague = await nameColleague(page);
    const panel = await openSeat(mediator, disputeId, "综合执法队");
    await expect(panel.getByText(`${one.name}来不了，荐${colleague}代`)).toBeVisible();
  });

  await test.step("one invitee declines; the system asks the next person by itself", async () => {
    const one = asked("courtStaff");
    const page = await phoneOf(one);
    await openInvitation(page, summary);
    await declineInvitation(page, "那天在县里开庭");
    await expect(async () => {
      const panel = await openSeat(mediator, disputeId, "法庭");
      await expect(panel.getByText(new RegExp(`${one.name}谢绝：出差`))).toBeVisible();
      await expect(panel.getByText(/^自动接着请了/)).toBeVisible({ timeout: 5_000 });
    }).toPass();
  });

  await test.step("those needed accept with one tick and one tap; with the last the hour is confirmed", async () => {
    const all = needed();
    for (const [at, one] of all.entries()) {
      await acceptInTwoTaps(await phoneOf(one), summary);
      await openTab(mediator, disputeId, "sessions");
      const held = mediator.getByRole("region", { name: "第 1 次调解会" }).getByText(/^预留到 /);
      await expect(held).toHaveCount(at === all.length - 1 ? 0 : 1);
    }
  });

  await test.step("the sessions tab shows who was told, and the bell shows a new notification", async () => {
    await expect(async () => {
      await mediator.reload();
      const delivery = mediator.getByRole("region", { name: "告知情况" });
      await expect(delivery.getByText("调解会定了")).toBeVisible({ timeout: 5_000 });
      await delivery.locator("summary").filter({ hasText: "调解会定了" }).click();
      await expect(
        delivery
          .getByText(/^站内 /)
          .filter({ visible: true })
          .first(),
      ).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await expectAccessible(mediator);
    const [first] = needed();
    if (!first) throw new Error("nobody is needed");
    const phone = await phoneOf(first);
    await phone.goto("/my-sessions");
    await expect(phone.getByRole("link", { name: /^通知，\d+\+? 条没看$/ })).toBeVisible();
    await mediator.getByRole("link", { name: /^通知，\d+\+? 条没看$/ }).click();
    await mediator.waitForURL(/\/notices/);
    await expect(mediator.getByRole("listitem").filter({ hasText: "调解会定了" }).first()).toBeVisible();
    await expectAccessible(mediator);
  });

  await test.step("a helper gives up this session only; the lead reads it and the helper keeps the matter", async () => {
    const [first] = needed();
    if (!first) throw new Error("nobody is needed");
    const phone = await phoneOf(first);
    const card = await openOwnCard(phone, "祁水生");
    await card.getByRole("button", { name: /^来不了/ }).click();
    const dialog = phone.getByRole("dialog");
    await expect(dialog.getByRole("radio", { name: "只这一场" })).toBeChecked();
    await expectAccessible(phone);
    await dialog.getByText("出差", { exact: true }).click();
    await dialog.getByRole("button", { name: "来不了" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(phone.getByText("祁水生")).toHaveCount(0);
    const session = mediator.getByRole("region", { name: "第 1 次调解会" });
    await openTab(mediator, disputeId, "sessions");
    await expect(session.getByText("调解会", { exact: false }).first()).toBeVisible();
    await expect(session.getByText(first.name, { exact: true })).toHaveCount(0);
    const seat = (await askedOf(mediator, disputeId)).find(({ personId }) => personId === first.personId);
    expect(seat?.status).toBe("accepted");
  });
});

test("a helper discloses a tie and may accept only when every party has agreed", async ({ as }) => {
  const names = ["苗长青", "路小禾"] as const;
  const mediator = await as("mediator");
  const summary = ownSummary();
  const { disputeId } = await convenable(mediator, names, summary);
  const forceCode = "securityActivist";
  const [person] = await must(ask<Candidate[]>(mediator, "invitations.candidates", { disputeId, forceCode }));
  if (!person) throw new Error("nobody to ask");
  await must(send(mediator, "invitations.send", { disputeId, personId: person.personId, forceCode }));
  const helper = await as((await accountOf(person.personId)).username, { on: "phone" });

  await openInvitation(helper, summary);
  await disclose(helper, "亲属");
  await expect(helper.getByText(/^您说明了有关系/)).toBeVisible();
  await expect(helper.getByRole("button", { name: /^接受/ })).toHaveCount(0);
  const invitationId = new URL(helper.url()).pathname.split("/").at(-1);
  expect(await send(helper, "invitations.accept", { invitationId, declaresNoTie: true })).toMatchObject({
    status: 409,
  });

  const panel = await openSeat(mediator, disputeId, "治安积极分子");
  await panel.getByText("问过 2 方，都不介意？").click();
  const waiver = panel.getByRole("form", { name: `各方对${person.name}表态` });
  await waiver.getByRole("checkbox", { name: `${names[0]}知道了，不介意` }).check();
  await waiver.getByLabel("为什么还要请这个人").fill("这一带只有他会看房子的裂缝");
  await waiver.getByRole("button", { name: "记下 2 方都不介意" }).click();
  await expect(waiver.getByText(`还差${names[1]}表态。`)).toBeVisible();
  await waiver.getByRole("checkbox", { name: `${names[1]}知道了，不介意` }).check();
  await expectAccessible(mediator);
  await waiver.getByRole("button", { name: "记下 2 方都不介意" }).click();
  await expect(waiver).toBeHidden();

  await helper.reload();
  await expect(helper.getByText("您说明过有关系，各方都不介意，可以接受。")).toBeVisible();
  await helper.getByRole("button", { name: /^接受/ }).click();
  await expect(helper.getByRole("heading", { name: "会前要点" })).toBeVisible();
});
