import { activateGroupInput, type RecordCallInput, recordCallInput } from "../calls/inputs";
import { type RecordedCall, recordCall } from "../calls/record-call";
import type { TestCounty } from "./county";
import { harmless } from "./disputes";

let taken = 0;

/** Records a call as the demo officer (or `by`) at the time it is said to have come in. */
export function callAt(
  county: TestCounty,
  calledAt: string,
  over: Partial<RecordCallInput> = {},
  by = "officer",
): Promise<RecordedCall> {
  taken += 1;
  const input = recordCallInput.parse({
    number: `110-${taken}`,
    calledAt,
    phone: `138${String(taken).padStart(8, "0")}`,
    place: "江畔花园3号楼2单元301",
    summary: "楼上装修砸墙",
    ...over,
  });
  return recordCall(county.as(by, { now: new Date(Date.parse(calledAt) + 60_000) }), input);
}

/** Three calls in thirty days about one building: an alerted group. */
export async function alertedGroup(county: TestCounty, place = "江畔花园3号楼"): Promise<string> {
  await callAt(county, "2026-11-01T09:00:00+08:00", { place: `${place}2单元301` });
  await callAt(county, "2026-11-05T21:00:00+08:00", { place: `${place}2单元401` });
  const third = await callAt(county, "2026-11-08T22:10:00+08:00", { place: `${place}2单元301` });
  return third.groupId ?? "";
}

/** The form of activation, filled in. */
export const activation = (county: TestCounty, groupId: string, over: Record<string, unknown> = {}) =>
  activateGroupInput.parse({
    groupId,
    reason: "三十天三次报警，双方推搡，怕闹大",
    title: "江畔花园 3 号楼装修承重墙纠纷",
    type: "neighbour",
    place: "江畔花园 3 号楼 2 单元",
    facts: "楼上拆了一段墙，楼下墙面裂缝。",
    risk: "red",
    riskReason: "推搡",
    parties: [
      { side: 1, standing: "applicant", name: "刘玉芬", phone: "13800002719" },
      { side: 2, standing: "respondent", name: "张建国", phone: "13800003344" },
    ],
    answers: harmless,
    track: "peoples",
    leadPersonId: county.people.mediator,
    ...over,
  });
