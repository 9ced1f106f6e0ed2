import type { Matter } from "./matters";
import type { RepeatableRandom } from "./repeatable-random";

/** What a party is registered as, beside its name. */
export interface Side {
  name: string;
  kind?: "person" | "organisation" | "unidentified";
  isMinor?: boolean;
  links?: { kind: "representative" | "guardian"; name: string; phone: string; maySign: boolean }[];
}

/** Firms by what is quarrelled about. All are invented; `{street}` is where they are. */
const firms: Readonly<Record<string, readonly string[]>> = {
  物业费与电梯停运纠纷: ["{street}物业服务中心"],
  判决后物业费执行协调: ["{street}物业服务中心"],
  车位占用纠纷: ["{street}物业服务中心"],
  装修合同纠纷: ["匠心居装饰工程部", "柳湾安居装饰有限公司"],
  拖欠农民工工资纠纷: ["匠心居装饰工程部", "柳湾恒筑建筑劳务有限公司"],
  预付卡退费纠纷: ["丽人坊美发店", "青丝理发店"],
  烧烤油烟纠纷: ["夜市老灶烧烤店", "老李烧烤店"],
};

export const hasFirms = ({ title }: Matter): boolean => title in firms;

/** What nobody owes or is owed but a firm: fees of an estate, wages of a team, cards of a shop. */
const ofFirmsAlone = new Set(["物业费与电梯停运纠纷", "判决后物业费执行协调", "拖欠农民工工资纠纷", "预付卡退费纠纷"]);
export const isOfFirmAlone = ({ title }: Matter): boolean => ofFirmsAlone.has(title);

const firmsOf = ({ title }: Matter) => firms[title] ?? ["柳湾便民服务社"];

/** One of the firms that such a matter may be with. */
export const someFirm = (matter: Matter, random: RepeatableRandom): string => random.pick(firmsOf(matter));
export const firstFirm = (matter: Matter): string => firmsOf(matter)[0] ?? "";

/** A side as a firm, with whoever signs for it. */
export const firmFor = (name: string, street: string, representative: string): Side => ({
  name: name.replace("{street}", street),
  kind: "organisation",
  links: [{ kind: "representative", name: representative, phone: "", maySign: true }],
});

/** What children are called today. */
export const namesOfChildren = ["子轩", "雨桐", "浩然", "欣怡", "梓晨", "思远", "佳琪", "一诺"];

/** A child, and the parent who speaks for it. */
export const childOf = (name: string, parent: string): Side => ({
  name,
  isMinor: true,
  links: [{ kind: "guardian", name: parent, phone: "", maySign: true }],
});
