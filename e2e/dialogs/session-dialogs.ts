import { expect, type Page } from "@playwright/test";
import { dayOfInstant } from "@/server/testing/days";
import { must, send } from "../api";
import { bookable, freeStart, invitedTo, joinedBy, roomNamed, sessionNow } from "../prepare";
import { press, type Visit } from "./opening";

/** A session that a helper comes to, and another helper who has not answered. */
export async function sessions(mediator: Page, lawyer: Page): Promise<Visit[]> {
  const dispute = await bookable(mediator);
  const { disputeId, partyIds } = dispute;
  const lawyerId = await joinedBy(mediator, dispute, { page: lawyer, name: "林晓岚", force: "lawyer" });
  const { invitationId } = await invitedTo(mediator, dispute, { name: "周文博", force: "courtStaff" });
  const room = await roomNamed(mediator, "社区调解室");
  const startsAt = await freeStart(mediator, room, [lawyerId], "dialogs");
  const who = { personIds: [lawyerId], partyIds, despite: "电话里说能来" };
  const booking = { disputeId, kind: "joint", startsAt, minutes: 90, roomId: room.id, ...who };
  const { sessionId } = await must(send<{ sessionId: string }>(mediator, "sessions.book", booking));
  const reader = { from: "outside", name: "宋明", phone: "" };
  const named = { disputeId, kind: "reader", place: { at: "session", sessionId }, partyIds: partyIds.slice(0, 1) };
  await must(send(mediator, "interpreters.name", { ...named, who: reader }));
  const day = dayOfInstant(startsAt);
  return [
    {
      as: "mediator",
      path: `/disputes/${disputeId}/sessions`,
      dialogs: [
        { file: "_sessions/move-dialog", title: "改到什么时候？", open: press("改时间") },
        { file: "_sessions/cancel-dialog", title: "为什么取消", open: press("取消这次会") },
        { file: "_sessions/swap-dialog", title: "换谁？", open: press("换人") },
        { file: "_sessions/video-line", title: "视频入口", open: press("加视频入口") },
        { file: "_sessions/telling-dialog", title: "什么时候告诉了", open: press("记下告知") },
        {
          file: "_interpreters/name-interpreter-dialog",
          title: "请谁翻译、代读或见证？",
          open: press("请翻译、代读或见证人"),
        },
        { file: "_interpreters/answer-interpreter-dialog", title: "宋明怎么答复的？", open: press("记下答复") },
        {
          file: "_interpreters/tell-interpreter-dialog",
          title: "什么时候告诉了宋明？",
          open: press("早些时候告知了宋明"),
        },
        { file: "_interpreters/need-dialog", title: "谁需要翻译或代读？", open: press("谁需要翻译或代读") },
        { file: "_convene/needs-dialog", title: "改这次会要谁到", open: press(/^改.*要谁到$/) },
      ],
    },
    {
      as: "mediator",
      path: `/disputes/${disputeId}?seat=courtStaff`,
      dialogs: [{ file: "_board/answer-dialog", title: "周文博怎么答复的？", open: press("记下答复") }],
    },
    {
      as: "mediator",
      path: `/calendar?day=${day}`,
      dialogs: [{ file: "_calendar/move-from-list", title: /^挪“/, open: press(/^挪动 /) }],
    },
    {
      as: "mediator",
      on: "desktop",
      path: `/calendar?day=${day}`,
      dialogs: [{ file: "_calendar/move-panel", title: /^挪“/, open: moveByKeys }],
    },
    {
      as: "judge",
      path: `/invitations/${invitationId}`,
      dialogs: [
        { file: "_invitations/propose-dialog", title: "什么时候能来？", open: press("改个时间") },
        { file: "_invitations/deputy-dialog", title: "同事", open: press("让同事代") },
        { file: "_invitations/decline-dialog", title: "为什么来不了？", open: press("谢绝") },
        { file: "_invitations/disclose-dialog", title: "关系", open: press("有关系，要说明") },
      ],
    },
  ];
}

export async function desk(mediator: Page): Promise<Visit[]> {
  const { disputeId, sessionId } = await sessionNow(mediator);
  return [
    {
      as: "mediator",
      path: `/disputes/${disputeId}/sessions/${sessionId}/desk`,
      dialogs: [{ file: "_desk/attendance/check-in-dialog", title: "用手机扫码签到", open: press(/签到/) }],
    },
  ];
}

/** Picks a booking up and moves it on until it can be let go: over a place that is taken it stays picked up. */
async function moveByKeys(page: Page): Promise<void> {
  const grip = page.locator("[data-grip]").first();
  await grip.focus();
  await grip.press("Enter");
  await expect(async () => {
    await grip.press("ArrowLeft");
    await grip.press("ArrowDown");
    await grip.press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 1_000 });
  }).toPass();
}
