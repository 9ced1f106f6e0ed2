import type { Page } from "@playwright/test";
import { dayOf } from "@/server/kernel/shanghai";
import { ask, must, send } from "../api";
import { bookable, freeStart, invitedTo, joinedBy, roomNamed, sessionNow } from "../prepare";
import { ownPlace } from "../unique";
import * as matters from "./matters";
import { choose, press, type Visit } from "./opening";

type As = (username: string) => Promise<Page>;

/** Every dialog of the office and of the phone, by the page it is opened on, with the matters it needs. */
export async function visits(as: As): Promise<Visit[]> {
  const [mediator, officer, lawyer, grid, admin] = await Promise.all(
    ["mediator", "officer", "lawyer", "grid", "admin"].map(as),
  );
  if (!mediator || !officer || !lawyer || !grid || !admin) throw new Error("somebody did not sign in");
  const all = await Promise.all([
    disputeMenu(mediator),
    parties(mediator),
    sessions(mediator, lawyer),
    agreements(mediator),
    ledgers(mediator),
    transfers(mediator),
    police(officer),
    violence(mediator, officer),
    closedMatters(mediator),
    office(grid),
    desk(mediator),
    administration(admin),
  ]);
  return all.flat();
}

async function disputeMenu(mediator: Page): Promise<Visit[]> {
  const { disputeId } = await matters.takenIn(mediator, { track: "peoples" });
  const acts = "_disputes/acts";
  return [
    {
      as: "mediator",
      path: `/disputes/${disputeId}`,
      dialogs: [
        { file: `${acts}/transfer-dialog`, title: "移交别处", open: choose("移交别处") },
        { file: `${acts}/risk-dialog`, title: "风险", open: choose("定风险") },
        { file: `${acts}/summary-dialog`, title: "中性说明", open: choose("改中性说明") },
        { file: `${acts}/correct-dialog`, title: "哪里登记错了？", open: choose("更正登记内容") },
        { file: `${acts}/harm-dialog`, title: "危险", open: choose("告知危险") },
        { file: `${acts}/attach-call-dialog`, title: "警情", open: choose("并入一条警情") },
        { file: "_restricted/restrict-dialog", title: "封存", open: choose("封存") },
        { file: `${acts}/extend-clock-dialog`, title: "延长调解期限", open: choose("延长调解期限") },
        { file: `${acts}/end-dialog`, title: "终止", open: choose("终止程序") },
        { file: "_gate/answer-question", title: "补答一问", open: press("补答一问") },
      ],
    },
    {
      as: "committee",
      path: `/disputes/${disputeId}`,
      dialogs: [{ file: `${acts}/lead-dialog`, title: "换", open: choose("换牵头人") }],
    },
    {
      as: "mediator2",
      path: `/disputes/${disputeId}`,
      dialogs: [{ file: `${acts}/ask-to-lead-dialog`, title: "牵头", open: choose("申请牵头") }],
    },
  ];
}

async function parties(mediator: Page): Promise<Visit[]> {
  const [{ disputeId }, bereft] = await Promise.all([
    matters.takenIn(mediator, { track: "peoples" }),
    matters.bereft(mediator),
  ]);
  const folder = "_disputes/parties";
  return [
    {
      as: "mediator",
      path: `/disputes/${disputeId}/parties`,
      dialogs: [
        { file: `${folder}/add-party-dialog`, title: "加谁？", open: press("加一方或一人") },
        { file: `${folder}/amend-party-dialog`, title: "改刘玉芬的资料", open: press("改资料") },
        { file: `${folder}/add-link-dialog`, title: "谁替刘玉芬来？", open: press("加代理人") },
        { file: `${folder}/masked-text`, title: "电话吗？", open: press(/^看全号/) },
        {
          file: `${folder}/party-exit-dialog`,
          title: "怎么了？",
          open: choose("去世、失联、退出、重复", "刘玉芬的变动"),
        },
        { file: `${folder}/split-dialog`, title: "两个人", open: choose("这一条是两个人", "刘玉芬的变动") },
        { file: "_consents/refusal-dialog", title: "谁不愿调解？", open: press("有一方不愿调解") },
      ],
    },
    {
      as: "mediator",
      path: `/disputes/${bereft.disputeId}/parties`,
      dialogs: [
        { file: `${folder}/heir-dialog`, title: "谁继承张建国", open: choose("加继承人", "张建国的变动") },
        { file: `${folder}/heir-dialog`, title: "张小建怎么答复", open: choose("登记继承人答复", "张小建的变动") },
        { file: `${folder}/party-story-menu`, title: "撤销张建国的变动", open: choose("撤销变动", "张建国的变动") },
      ],
    },
  ];
}

/** A session that a helper comes to, and another helper who has not answered. */
async function sessions(mediator: Page, lawyer: Page): Promise<Visit[]> {
  const dispute = await bookable(mediator);
  const { disputeId, partyIds } = dispute;
  const lawyerId = await joinedBy(mediator, dispute, { page: lawyer, name: "林晓岚", force: "lawyer" });
  const { invitationId } = await invitedTo(mediator, dispute, { name: "周文博", force: "courtStaff" });
  const room = await roomNamed(mediator, "社区调解室");
  const startsAt = await freeStart(mediator, room, [lawyerId], "dialogs");
  const booking = { disputeId, kind: "joint", startsAt, minutes: 90, roomId: room.id, personIds: [lawyerId], partyIds };
  await must(send(mediator, "sessions.book", booking));
  const day = dayOf(new Date(startsAt));
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

async function agreements(mediator: Page): Promise<Visit[]> {
  const [oral, signing] = await Promise.all([matters.drafted(mediator, "oral"), matters.signing(mediator)]);
  return [
    {
      as: "mediator",
      path: `/disputes/${oral.disputeId}/agreement`,
      dialogs: [
        { file: "_agreements/oral-dialog", title: "口头协议达成", open: press("记下口头协议，生效") },
        { file: "_agreements/withdraw-dialog", title: "丢掉这份草稿吗？", open: press("丢掉草稿") },
      ],
    },
    {
      as: "mediator",
      path: `/disputes/${signing.disputeId}/agreement`,
      dialogs: [{ file: "_agreements/sign-dialog", title: "签字了吗？", open: press(/^登记.*签字$/) }],
    },
  ];
}

async function ledgers(mediator: Page): Promise<Visit[]> {
  const [performing, performed, closed] = await Promise.all([
    matters.performing(mediator),
    matters.performed(mediator),
    matters.closed(mediator),
  ]);
  const folder = "_performance";
  const more = "第 2 条的其他";
  return [
    {
      as: "mediator",
      path: `/disputes/${performing.disputeId}/performance`,
      dialogs: [
        { file: `${folder}/record-dialog`, title: "第 2 条", open: press("记下履行，第 2 条") },
        { file: `${folder}/urge-dialog`, title: "督促", open: press("督促第 2 条") },
        { file: `${folder}/waive-dialog`, title: "第 2 条", open: choose("免除第 2 条", more) },
        { file: `${folder}/breach-dialog`, title: "第 2 条", open: choose("登记第 2 条违约", more) },
        { file: `${folder}/correct-dialog`, title: "这一笔记错了？", open: press(/^更正第 1 条/) },
        { file: `${folder}/visit-dialog`, title: "回访", open: press("记录回访") },
      ],
    },
    {
      as: "mediator",
      path: `/disputes/${performed.disputeId}/dossier`,
      dialogs: [{ file: "_disputes/acts/close-dialog", title: "结案", open: press("结案") }],
    },
    {
      as: "mediator",
      path: `/disputes/${closed.disputeId}/dossier`,
      dialogs: [
        { file: "_dossier/archive-dialog", title: "归档吗？", open: press("归档，取卷号") },
        { file: "_disputes/acts/reopen-dialog", title: "再办", open: choose("再办一次") },
      ],
    },
  ];
}

async function transfers(mediator: Page): Promise<Visit[]> {
  const [waits, taken] = await Promise.all([
    matters.offeredOutside(mediator, false),
    matters.offeredOutside(mediator, true),
    matters.offeredInside(mediator),
  ]);
  const acts = "_disputes/acts";
  return [
    {
      as: "mediator",
      path: `/disputes/${waits.disputeId}`,
      dialogs: [{ file: `${acts}/transfer-waits`, title: "移交别处", open: choose("移交别处") }],
    },
    {
      as: "mediator",
      path: `/disputes/${taken.disputeId}`,
      dialogs: [{ file: `${acts}/transfer-result-dialog`, title: "办得怎样", open: choose("记下移交的结果") }],
    },
    {
      as: "committee2",
      path: "/approvals",
      dialogs: [{ file: "_approvals/transfer-card", title: "为什么不接？", open: press("不接") }],
    },
  ];
}

async function police(officer: Page): Promise<Visit[]> {
  const [found, paused, applied] = await Promise.all([
    matters.policeMatter(officer),
    matters.policeMatter(officer),
    matters.applied(officer),
  ]);
  const mediable = await matters.mediable(officer);
  const pause = { disputeId: paused.disputeId, appraisal: "injury", pausedOn: dayOf(new Date()), reason: "伤情鉴定" };
  await must(send(officer, "clocks.pause", pause));
  return [
    {
      as: "officer",
      path: `/disputes/${found.disputeId}/violation`,
      dialogs: [
        { file: "_violations/finding-dialog", title: "违法情节认定", open: press("重新认定") },
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

async function violence(mediator: Page, officer: Page): Promise<Visit[]> {
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

async function closedMatters(mediator: Page): Promise<Visit[]> {
  const sealed = await matters.sealed(mediator);
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
      path,
      dialogs: [{ file: "_restricted/release-button", title: "解除封存", open: press("解除封存") }],
    },
  ];
}

async function desk(mediator: Page): Promise<Visit[]> {
  const { disputeId, sessionId } = await sessionNow(mediator);
  const file = "_desk/attendance/check-in-dialog";
  return [
    {
      as: "mediator",
      path: `/disputes/${disputeId}/sessions/${sessionId}/desk`,
      dialogs: [{ file, title: "用手机扫码签到", open: press(/签到/) }],
    },
  ];
}

async function administration(admin: Page): Promise<Visit[]> {
  const { rows } = await must(ask<{ rows: { id: string }[] }>(admin, "people.list", { q: "韩冰" }));
  const tree = await must(ask<{ stations: { id: string }[] }>(admin, "places.tree", {}));
  return [
    {
      as: "admin",
      path: `/admin/people?person=${rows[0]?.id}`,
      dialogs: [
        { file: "_admin/person-panel", title: "离岗？", open: press("办离岗") },
        { file: "_admin/account-buttons", title: "的密码？", open: press("重设密码") },
        { file: "_admin/account-buttons", title: "的账号？", open: press("停用账号") },
      ],
    },
    {
      as: "admin",
      path: `/admin/places?at=${tree.stations[0]?.id}`,
      dialogs: [{ file: "_admin/place-state", title: /^停用.*？$/, open: press("停用") }],
    },
    {
      as: "admin",
      path: "/admin/forces?force=lawyer",
      dialogs: [{ file: "_admin/force-state", title: /^停用.*？$/, open: press("停用") }],
    },
    {
      as: "admin",
      path: "/admin/sign-in",
      dialogs: [{ file: "_admin/factor-rule-button", title: "两步验证", open: press("改") }],
    },
  ];
}

async function office(grid: Page): Promise<Visit[]> {
  await must(send(grid, "clues.report", { place: ownPlace(), text: "夜里有人吵架。" }));
  return [
    {
      as: "mediator",
      path: "/calls",
      dialogs: [{ file: "_calls/clue-list", title: "怎么答复", open: press("不受理") }],
    },
    {
      as: "county",
      path: "/rules",
      dialogs: [
        { file: "_settings/rule-button", title: "改规则", open: press("改") },
        { file: "_settings/year-button", title: "放假和补班", open: press(/^录入或修改/) },
      ],
    },
    {
      as: "head",
      path: "/duty-leaders",
      dialogs: [{ file: "_duty/leader-week", title: "？", open: press(/^撤下/) }],
    },
    {
      as: "mediator",
      path: "/town-halls",
      dialogs: [{ file: "_town-halls/series-card", title: "不再办了？", open: press("停办") }],
    },
    {
      as: "mediator",
      path: "/consultations",
      dialogs: [{ file: "_consultations/link-dialog", title: "放到哪件纠纷旁边？", open: press("放到一件纠纷旁边") }],
    },
    {
      as: "committee",
      path: "/committee/duty",
      dialogs: [{ file: "_consultations/duty-week", title: "这一班？", open: press(/^撤下这一班/) }],
    },
  ];
}
