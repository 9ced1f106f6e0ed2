import type { Matter } from "./matters";
import type { RepeatableRandom } from "./repeatable-random";

/** What a party is registered as, beside its name. */
export interface Side {
  name: string;
  kind?: "person" | "organisation" | "unidentified";
  isMinor?: boolean;
  links?: { kind: "representative" | "guardian"; name: string; phone: string; maySign: boolean }[];
}

/** Firms by what is quarrelled about. All are invented. */
const firms: Readonly<Record<string, readonly string[]>> = {
  property: ["锦绣里物业服务有限公司", "江畔花园物业服务有限公司"],
  contract: ["匠心居装饰工程部", "柳江恒筑建材有限公司"],
  labour: ["瑞丰服饰有限公司", "柳湾搬运服务队（个体）"],
  migrantWages: ["匠心居装饰工程部", "柳江恒筑建材有限公司"],
  consumer: ["丽人坊美发店", "老街百货商行"],
  environment: ["夜市老灶烧烤店", "富民路洗车行"],
};

export const hasFirms = ({ type }: Matter): boolean => type in firms;

/** The second side as a firm, with whoever signs for it. */
export const firmFor = (matter: Matter, random: RepeatableRandom, representative: string): Side => ({
  name: random.pick(firms[matter.type] ?? ["柳湾便民服务社"]),
  kind: "organisation",
  links: [{ kind: "representative", name: representative, phone: "", maySign: true }],
});

/** A child, and the parent who speaks for it. */
export const childOf = (name: string, parent: string): Side => ({
  name,
  isMinor: true,
  links: [{ kind: "guardian", name: parent, phone: "", maySign: true }],
});
