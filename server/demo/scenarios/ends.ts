import { dayIn, onDay } from "./clock";
import type { Matter } from "./matters";

export const isOfLabour = ({ type }: Matter): boolean => type === "labour" || type === "migrantWages";

/** Why somebody does not want to be mediated; arbitration is for wages alone. */
export const reasonsOfRefusals = (matter: Matter): readonly string[] => [
  "想直接走法院",
  isOfLabour(matter) ? "要申请劳动仲裁" : "已请律师，准备起诉",
  "不愿和对方坐在一起谈",
];

/** Why a matter ended without what was hoped for, as leads write it. */
export const reasonsOfEnds = {
  deadlock: "分歧较大，双方愿走其他途径",
  settledWithdrawn: "双方私下说好了，申请人不再要求调解",
  unsigned: "一方反悔不签，约了两次没有来",
  unreachable: "电话停机，上门三次没有人，邻居说搬走了",
  partlyPerformed: "付了一部分，余下的催过仍不付，已告知可以申请司法确认或者起诉",
  breached: "催过两次仍不履行，已告知可以申请司法确认或者起诉",
};

/** By telephone and at the door, on the days before. */
export const attemptsBefore = (at: Date, partyId: string) =>
  (
    [
      ["phone", 3, "电话停机"],
      ["visit", 2, "没有人应门"],
      ["visit", 0, "邻居说搬走了"],
    ] as const
  ).map(([means, ago, note]) => ({ partyId, means, note, triedOn: dayIn(onDay(at, -ago, "10:00")) }));
