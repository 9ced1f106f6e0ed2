import type { PartyKind } from "@/db/vocabulary";
import type { PartyDraft } from "./draft";

/** What the names of organisations end in; people's names may end so too, and are shorter. */
const whole =
  /(?:.{2}|[县市区镇乡村])(?:公司|集团|企业|工厂|商店|超市|商行|商场|饭店|餐馆|餐厅|酒店|酒楼|宾馆|旅馆|网吧|药房|学校|小学|中学|大学|学院|幼儿园|驾校|医院|卫生院|卫生室|诊所|银行|支行|信用社|合作社|委员会|村委会|居委会|业委会|筹备组|工程队|施工队|项目部|经营部|门市部|服务部|服务站|事务所|派出所|管理所|车行|典当行|拍卖行|律师行|工作室|工作站|中心|协会|物业|政府)$/;
const short = /.{3}[厂店局社部队所馆院厅]$/;
const latin = /\b(ltd|llc|inc|corp|gmbh|company|limited)\.?$|\bco\.$/i;

/** The kind of party that a name suggests. */
export const proposedKind = (name: string): PartyKind => {
  const words = name.trim().replace(/（[^（）]*）$/, "");
  return whole.test(words) || short.test(words) || latin.test(words) ? "organisation" : "person";
};

/** A party under another name: it counts as what the name suggests, until somebody says what it is or enters what only people have. */
export function renamed(party: PartyDraft, name: string): PartyDraft {
  const { isKindChosen, isMinor, lacksCapacity, idNumber, particulars, kind, links } = party;
  const isSaid = isKindChosen || isMinor || lacksCapacity || kind === "unidentified" || links.length > 0;
  const isEntered = idNumber !== undefined || particulars !== undefined;
  return { ...party, name, kind: isSaid || isEntered ? kind : proposedKind(name) };
}
