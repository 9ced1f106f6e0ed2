import type { Page } from "@playwright/test";
import { dayFromNow } from "@/server/testing/days";
import { must, send } from "../api";
import * as matters from "./matters";
import { choose, press, type Visit } from "./opening";

export async function police(officer: Page): Promise<Visit[]> {
  const [found, paused, applied] = await Promise.all([
    matters.policeMatter(officer),
    matters.policeMatter(officer),
    matters.applied(officer),
  ]);
  const mediable = await matters.mediable(officer);
  const pause = { disputeId: paused.disputeId, appraisal: "injury", pausedOn: dayFromNow(), reason: "伤情鉴定" };
  await must(send(officer, "clocks.pause", pause));
  return [
    {
      as: "officer",
      path: `/disputes/${found.disputeId}/violation`,
      dialogs: [
        { file: "_violations/finding-dialog", title: "违法情节认定", open: press("重新认定") },
        { file: "_violations/account-dialog", title: "协议书要写明的案情", open: press("写明案情") },
        { file: "_violations/summon-dialog", title: "监护人", open: press("登记通知") },
        { file: "_violations/apply-dialog", title: "书面申请", open: press("登记申请") },
        { file: "_disputes/acts/pause-clock-dialog", title: "暂停", open: choose("因鉴定暂停期限") },
      ],
    },
    {
      as: "officer",
      path: `/disputes/${mediable.disputeId}/violation`,
      dialogs: [{ file: "_violations/on-spot-dialog", title: "当场调解", open: press("登记当场调解") }],
    },
    {
      as: "officer",
      path: `/disputes/${paused.disputeId}`,
      dialogs: [{ file: "_disputes/acts/resume-clock-dialog", title: "鉴定结果", open: choose("鉴定结果已出") }],
    },
    {
      as: "head",
      path: `/disputes/${applied.disputeId}/violation`,
      dialogs: [{ file: "_violations/decide-dialog", title: "批准不予处罚？", open: press("批准，不予处罚") }],
    },
  ];
}

export async function violence(mediator: Page, officer: Page): Promise<Visit[]> {
  const [open, taken] = await Promise.all([matters.violent(mediator), matters.takenOver(mediator, officer)]);
  return [
    {
      as: "officer",
      path: `/disputes/${open.disputeId}`,
      dialogs: [{ file: "_gate/take-over", title: "接手家暴处置？", open: press("我来接手") }],
    },
    {
      as: "officer",
      path: `/disputes/${taken.disputeId}`,
      dialogs: [{ file: "_gate/record-step", title: "办得怎样", open: press(/^记下结果/) }],
    },
  ];
}

export async function closedMatters(mediator: Page, head: Page, committee: Page): Promise<Visit[]> {
  const sealed = await matters.sealed(mediator);
  const read = await matters.readInWindow(mediator, head, committee);
  const path = `/disputes/restricted/${sealed.disputeId}`;
  return [
    {
      as: "officer",
      path,
      dialogs: [
        { file: "_restricted/ask-to-read", title: "申请查阅", open: press("申请查阅") },
        { file: "_restricted/ask-to-read", title: "紧急查阅", open: press("紧急查阅") },
      ],
    },
    {
      as: "head",
      path: `/disputes/${read.disputeId}`,
      dialogs: [{ file: "_restricted/release-button", title: "解除封存", open: press("解除封存") }],
    },
  ];
}
