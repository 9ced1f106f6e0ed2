import { letSessionPass } from "@/server/testing/let-time-pass";
import { send } from "../api";
import { expect, test } from "../fixtures";
import { freeStart, roomNamed } from "../prepare";
import { draftAndSend, sign } from "../screens/agreement";
import { consent, giveNotice } from "../screens/parties";
import { close, recordPerformance, visit } from "../screens/performance";
import { register } from "../screens/register";
import { book, fillBooking, recordSession } from "../screens/sessions";
import { openTab } from "../screens/tabs";
import { accept } from "../screens/triage";
import { ownPlace } from "../unique";

const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

test("D1–D4: a decoration dispute of three sides, from intake to the closed dossier", async ({ as }) => {
  const mediator = await as("mediator");
  let disputeId = "";

  await test.step("D1, D4: Lei asks as a third party; it began long before it was taken in", async () => {
    disputeId = await register(
      mediator,
      [{ name: "雷晓红", standing: "第三人" }, { name: "陈大川" }, { name: "叶小海" }],
      {
        facts: "雷女士家装修停工四十天。包工头说工人没干完，工人说钱没结清，自己把装好的门拆走了。",
        type: "合同",
        place: ownPlace(),
        startedOn: dayAgo(45),
      },
    );
  });

  await test.step("D2: the doors are property damage; the gate says what follows before the track is chosen", async () => {
    await accept(mediator, "沈静", { yes: ["东西被弄坏、拿走"] });
    await expect(mediator.getByText("起因日期").first()).toBeVisible();
    await expect(mediator.getByText(/受理$/).first()).toBeVisible();
    await expect(mediator.getByText(/人民调解一个月/).first()).toBeVisible();
  });

  await test.step("all three are told, agree and meet", async () => {
    await giveNotice(mediator, disputeId);
    for (const name of ["雷晓红", "陈大川", "叶小海"]) await consent(mediator, name);
    const room = await roomNamed(mediator, "社区调解室");
    const startsAt = await freeStart(mediator, room, [], "decoration");
    await fillBooking(mediator, disputeId, startsAt, room);
    for (const name of ["雷晓红", "陈大川", "叶小海"])
      await expect(mediator.getByRole("checkbox", { name: new RegExp(name) })).toBeChecked();
    await book(mediator, 1);
    await letSessionPass(disputeId);
    await recordSession(mediator, disputeId, 1, "谈成", "陈大川结清工钱，叶小海把门装回去，雷晓红看过再说行。");
  });

  await test.step("D3: two linked duties and Lei's confirmation; all three sign", async () => {
    await draftAndSend(mediator, disputeId, "因工钱和拆门发生纠纷，三方自愿达成协议。", [
      { kind: "付钱", obligors: ["陈大川"], obligees: ["叶小海"], text: "结清工钱", yuan: "6800", proof: "转账记录" },
      { kind: "做", obligors: ["叶小海"], obligees: ["雷晓红"], text: "把拆走的门装回原处", proof: "现场验收" },
      { kind: "做", obligors: ["雷晓红"], text: "看过门装好，书面确认", proof: "双方确认" },
    ]);
    for (const name of ["雷晓红", "陈大川", "叶小海", "沈静"]) await sign(mediator, name);
    const committee = await as("committee");
    await openTab(committee, disputeId, "agreement");
    await committee.getByRole("button", { name: "盖章，协议生效" }).click();
    await expect(committee.getByText(/ 生效，.*盖章。/)).toBeVisible();
  });

  await test.step("one duty kept is not enough, nor are two without Lei's confirmation", async () => {
    await openTab(mediator, disputeId, "performance");
    await recordPerformance(mediator, 1, "陈大川", "银行转账尾号 5521");
    await expect(mediator.getByText("1 / 3 件做到了")).toBeVisible();
    await recordPerformance(mediator, 2, "叶小海", "现场照片三张");
    await expect(mediator.getByText("2 / 3 件做到了")).toBeVisible();
    await expect(mediator.getByRole("button", { name: "结案", exact: true })).toHaveCount(0);
    const refused = await send(mediator, "disputes.close", { disputeId });
    expect(refused.status).toBe(409);
    await recordPerformance(mediator, 3, "雷晓红", "雷晓红书面确认门已装好");
    await expect(mediator.getByText("3 / 3 件做到了")).toBeVisible();
    await visit(mediator, "三方都说没有新的事。");
    await close(mediator);
    await expect(mediator.getByText("已结案。")).toBeVisible();
  });
});
