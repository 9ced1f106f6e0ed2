import { expect, type Page } from "@playwright/test";
import { dayFromNow } from "@/server/testing/days";
import { must, send } from "../api";
import type { Prepared } from "../prepare";
import { ownPhone, ownPlace } from "../unique";
import * as matters from "./matters";
import { choose, press, type Visit } from "./opening";

/** One matter registered twice and linked, and one whose two registrations were merged. */
export async function related(mediator: Page): Promise<Visit[]> {
  const [[first, second], [kept, absorbed]] = await Promise.all([twice(mediator), twice(mediator)]);
  const link = { disputeId: first.disputeId, otherDisputeId: second.disputeId, kind: "samePeople", reason: "同一面墙" };
  await must(send(mediator, "merging.link", link));
  const parties = absorbed.partyIds.map((partyId, i) => ({ partyId, intoPartyId: kept.partyIds[i], side: i + 1 }));
  const into = { disputeId: absorbed.disputeId, intoDisputeId: kept.disputeId };
  await must(send(mediator, "merging.merge", { ...into, parties, reason: "两家分别来登记" }));
  return [
    {
      as: "mediator",
      path: `/disputes/${first.disputeId}`,
      dialogs: [
        { file: "_disputes/merging/merge-dialog", title: "合并重复登记", open: choose("合并重复登记") },
        { file: "_disputes/merging/merge-dialog", title: "合并重复登记", open: withAlike },
        { file: "_disputes/merging/link-dialog", title: "关联纠纷", open: choose("关联纠纷") },
        { file: "_disputes/merging/remove-link", title: "取消关联", open: press("取消关联") },
      ],
    },
    {
      as: "mediator",
      path: `/disputes/${kept.disputeId}`,
      dialogs: [{ file: "_disputes/merging/undo-merge", title: "撤销合并", open: press("撤销合并") }],
    },
  ];
}

/** Two registrations of one matter. */
async function twice(mediator: Page): Promise<[Prepared, Prepared]> {
  const place = ownPlace();
  return [
    await matters.takenIn(mediator, { track: "peoples", place }),
    await matters.takenIn(mediator, { track: "peoples", place }),
  ];
}

/** The dialog goes on to who is who once the other registration is chosen. */
async function withAlike(page: Page): Promise<void> {
  await choose("合并重复登记")(page);
  await press("选这件")(page);
  await expect(page.getByRole("button", { name: "合并", exact: true })).toBeVisible();
}

/** A numerous side that has elected one of its members, before anything was agreed and while it is signed. */
export async function elections(mediator: Page): Promise<Visit[]> {
  const [open, agreed] = await Promise.all([elected(mediator), elected(mediator)]);
  const { disputeId, partyIds } = agreed;
  await must(send(mediator, "consents.giveNotice", { disputeId, means: "read" }));
  const answers = partyIds.map((partyId) => ({ partyId, subject: "mediation", answer: "agreed" }));
  await must(send(mediator, "consents.record", { disputeId, answers }));
  await matters.draftedIn(mediator, "written", agreed);
  await must(send(mediator, "agreements.sendToSign", { disputeId }));
  return [
    {
      as: "mediator",
      path: `/disputes/${open.disputeId}/parties`,
      dialogs: [
        { file: "_elections/import-dialog", title: "导入一方的名单", open: press("导入名单") },
        { file: "_elections/elect-dialog", title: "记录推选的代表人", open: press("记录推选") },
        {
          file: "_elections/end-election-dialog",
          title: `${representative}不再担任代表人`,
          open: press(`${representative}不再代表`),
        },
      ],
    },
    {
      as: "mediator",
      path: `/disputes/${disputeId}/parties`,
      dialogs: [
        {
          file: "_elections/sign-for-dialog",
          title: `${representative}代推选人签名`,
          open: press(`${representative}代签`),
        },
      ],
    },
  ];
}

const representative = "韦志强";

/** Four more people on the side of the applicant, and the first of them elected by all five, to sign as well. */
async function elected(mediator: Page): Promise<Prepared> {
  const { disputeId, partyIds } = await matters.takenIn(mediator, { track: "peoples" });
  const members = [representative, "农桂英", "黄建军", "蒙秀兰"].map((name) => ({ name, phone: ownPhone() }));
  const list = { disputeId, side: 1, standing: "applicant", members };
  const came = await must(send<{ partyIds: string[] }>(mediator, "elections.importMembers", list));
  await must(
    send(mediator, "elections.record", {
      ...{ disputeId, side: 1, electedOn: dayFromNow(), paper: "推选书，五人签名" },
      ...{ memberIds: [partyIds[0], ...came.partyIds], representativeIds: came.partyIds.slice(0, 1) },
      ...{ mayNegotiate: true, maySign: true, mayReceive: false },
    }),
  );
  return { disputeId, partyIds: [...partyIds, ...came.partyIds] };
}
