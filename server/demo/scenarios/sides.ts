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
  车位占用纠纷: ["{street}物业服务中心"],
  装修合同纠纷: ["匠心居装饰工程部", "柳江安居装饰有限公司"],
  拖欠农民工工资纠纷: ["匠心居装饰工程部", "柳江恒筑建筑劳务有限公司"],
  预付卡退费纠纷: ["丽人坊美发店", "青丝理发店"],
  烧烤油烟纠纷: ["夜市老灶烧烤店", "老李烧烤店"],
};

export const hasFirms = ({ title }: Matter): boolean => title in firms;

/** The second side as a firm, with whoever signs for it. */
export const firmFor = (matter: Matter, street: string, random: RepeatableRandom, representative: string): Side => ({
  name: random.pick(firms[matter.title] ?? ["柳湾便民服务社"]).replace("{street}", street),
  kind: "organisation",
  links: [{ kind: "representative", name: representative, phone: "", maySign: true }],
});

/** A child, and the parent who speaks for it. */
export const childOf = (name: string, parent: string): Side => ({
  name,
  isMinor: true,
  links: [{ kind: "guardian", name: parent, phone: "", maySign: true }],
});
