import type { RestrictionGround } from "@/db/vocabulary";

/** The law each ground rests on; shown beside it in the dialog that restricts a matter. */
export const lawOfGround: Readonly<Record<RestrictionGround, string>> = {
  minor: "未成年人保护法 103",
  privacy: "人民调解法 15",
  tradeSecret: "人民调解法 15",
  partyRequest: "人民调解法 23",
  violationRecord: "治安管理处罚法 136",
};
