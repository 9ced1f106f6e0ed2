import type { LinkFacts, MatterFacts, PartyFacts } from "../facts/matter";
import type { Block, Composed } from "../model";
import { byHand, field, fields, longField, orNone, sentence } from "../words/blocks";
import { namesIn, personBlock } from "../words/person";
import { signerLine } from "../words/signers";

interface AuthorityForm {
  matter: MatterFacts;
  party: PartyFacts;
  link: LinkFacts;
  today: string;
}

/** A power with its box; the box is the field, so that a station's own template can word the power. */
const power = (name: string, isSo: boolean, words: string): Block =>
  sentence(`{${name}} ${words}`, { [name]: isSo ? "■" : "□" });

/**
 * The authority of an agent: for what, of which the power to admit, change or waive claims and to sign is ticked
 * only where the record says so; what the record does not know is left to be ticked and written in.
 */
export function authorityPaper({ matter, party, link, today }: AuthorityForm): Composed {
  const principal = personBlock({ role: "委托人", party, day: today });
  return {
    paper: {
      kind: "authority",
      organisation: null,
      title: "授权委托书",
      number: null,
      blocks: [
        principal.block,
        {
          kind: "person",
          role: "受委托人",
          pairs: [
            field("姓名", link.name),
            field("联系方式", link.phone || byHand),
            field("与委托人的关系", link.note || byHand),
          ],
        },
        sentence("受委托人身份：□ 律师　□ 基层法律服务工作者　□ 委托人的工作人员　□ 近亲属　□ 公民", {}, { indent: 0 }),
        sentence("委托人因“{纠纷名称}”，委托上述受委托人参加{调解委员会}主持的调解，代理权限如下：", {
          ...{ 纠纷名称: matter.title, 调解委员会: matter.committee },
        }),
        power("申请和终止", false, "提出、变更或者撤回调解申请，要求终止调解"),
        power("选择调解员", false, "选择或者接受人民调解员"),
        power("参加调解", link.mayNegotiate, "提供证据、陈述意见、参加调解"),
        power("处分请求", link.maySign, "承认、变更、放弃请求事项，进行和解"),
        power("签署协议", link.maySign, "签署调解协议"),
        power("签收文书", link.mayReceive, "代为签收调解文书"),
        longField("其他权限", null),
        fields([field("委托期限", byHand)]),
        {
          kind: "signatures",
          rows: [signerLine({ role: "委托人", name: party.name }), signerLine({ role: "受委托人", name: link.name })],
        },
      ],
      names: namesIn([party], link.name),
      copies: { count: 1, forWhom: [`${matter.committee}（入卷）`] },
      sides: "single",
    },
    lacks: [
      ...principal.lacks,
      ...(orNone(link.name) ? [] : [{ code: "agentName", of: party.name }]),
      ...(party.needsGuardian ? [{ code: "guardianActs", of: party.name }] : []),
    ],
  };
}
