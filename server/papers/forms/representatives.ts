import type { ElectionFacts } from "../facts/elections";
import type { MatterFacts } from "../facts/matter";
import type { Composed } from "../model";
import { field, fields, sentence } from "../words/blocks";
import { dayInWords } from "../words/days";
import { sideWords } from "../words/parties";
import { signerLine } from "../words/signers";

/** By which a numerous side elects who speaks for it: for what, since when, and everybody whom they speak for, to sign each. */
export function representativesPaper({ matter, election }: { matter: MatterFacts; election: ElectionFacts }): Composed {
  const powers = [
    election.mayNegotiate ? "参加调解、陈述意见、提供证据" : "",
    election.maySign ? "承认、变更、放弃请求事项，进行和解并签署调解协议" : "",
    election.mayReceive ? "签收调解文书" : "",
  ].filter(Boolean);
  const represented = election.members.filter(({ name }) => !election.elected.includes(name));
  return {
    paper: {
      kind: "representatives",
      organisation: null,
      title: "代表人推选书",
      number: null,
      blocks: [
        sentence("因“{纠纷名称}”，{哪一方}下列当事人共同推选{代表人}为代表人，参加{调解委员会}主持的调解。", {
          ...{ 纠纷名称: matter.title, 哪一方: sideWords(election.side) },
          ...{ 代表人: election.elected.join("、"), 调解委员会: matter.committee },
        }),
        fields(
          [field("代表人", election.elected.join("、"))],
          [field("代表权限", powers.join("；"))],
          [field("推选日期", dayInWords(election.on)), field("依据", election.paper)],
        ),
        sentence("代表人在上述权限内的行为，对推选人发生效力。推选人可以随时书面撤回推选。"),
        {
          kind: "signatures",
          rows: [
            ...represented.map(({ name }) => signerLine({ role: "推选人", name })),
            ...election.elected.map((name) => signerLine({ role: "代表人", name })),
          ],
        },
      ],
      names: [...new Set([...election.elected, ...election.members.map(({ name }) => name)])],
      copies: { count: 1, forWhom: [`${matter.committee}（入卷）`] },
      sides: "double",
    },
    lacks: represented.length > 0 ? [] : [{ code: "electors" }],
  };
}
