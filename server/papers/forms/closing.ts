import type { AgreementFacts } from "../facts/agreement";
import type { ContestFacts } from "../facts/contests";
import type { MatterFacts } from "../facts/matter";
import type { PaymentFacts } from "../facts/payments";
import type { VisitFacts } from "../facts/visits";
import type { Composed } from "../model";
import { field, fields, longField, orNone } from "../words/blocks";
import { ended } from "../words/clauses";
import { dayInWords } from "../words/days";
import {
  outcomeWords,
  ownInitiative,
  routeWords,
  satisfactionWords,
  sourceWords,
  standingWords,
  typeWords,
} from "../words/labels";
import { figure } from "../words/money";
import { namesIn } from "../words/person";
import { signerLine } from "../words/signers";

interface ClosingForm {
  matter: MatterFacts;
  agreement: AgreementFacts | null;
  payments: readonly PaymentFacts[];
  visits: readonly VisitFacts[];
  contests?: readonly ContestFacts[];
}

/** The day on which it was performed in full or otherwise dealt with: never before the last performance or the ending. */
export const closedOn = ({ matter, payments }: Pick<ClosingForm, "matter" | "payments">): string | null =>
  [matter.ending?.on ?? "", ...payments.map(({ on }) => on)].sort().at(-1) || null;

/** The closing report: who, from where, what happened, what came of it, and how it was performed. */
export function closingPaper({ matter, agreement, payments, visits, contests = [] }: ClosingForm): Composed {
  const { proceeding, ending } = matter;
  const parties = matter.parties.filter(({ isDeparted }) => !isDeparted);
  const handler = agreement?.mediator ?? proceeding?.lead ?? "";
  const day = closedOn({ matter, payments });
  const source = `${ownInitiative.includes(matter.source) ? "主动调解" : "依申请调解"}（${sourceWords[matter.source]}）`;
  return {
    paper: {
      kind: "closing",
      organisation: matter.committee,
      title: "人民调解结案报告",
      number: null,
      blocks: [
        fields(
          [
            field("卷号", orNone(proceeding?.dossierNumber)),
            field("填表日期", proceeding?.archivedOn ? dayInWords(proceeding.archivedOn) : null),
          ],
          [field("调解单位", matter.committee), field("承办人", handler)],
          [
            field("受理日期", proceeding && dayInWords(proceeding.acceptedOn)),
            field("结案日期", day && dayInWords(day)),
          ],
          [field("纠纷类型", typeWords[matter.type]), field("案件来源", source)],
          [field("调解协议编号", orNone(agreement?.agreement.number))],
        ),
        {
          kind: "table",
          columns: [
            { title: "地位", width: 0.16, align: "center" },
            { title: "姓名或名称", width: 0.24 },
            { title: "住址", width: 0.38 },
            { title: "联系方式", width: 0.22, align: "center" },
          ],
          rows: parties.map((party) => [
            standingWords[party.standing],
            party.name,
            orNone(party.address),
            orNone(party.phone),
          ]),
        },
        longField("纠纷事实", orNone(agreement?.agreement.facts || matter.facts)),
        longField("调解结果", resultWords(matter, agreement)),
        longField("履行及回访情况", orNone(performedWords(payments, visits) + contests.map(contestWords).join(""))),
        {
          kind: "signatures",
          rows: [
            signerLine({ role: "承办人", name: handler, fingerprint: false }),
            signerLine({ role: "负责人", name: null, fingerprint: false }),
          ],
        },
      ],
      names: namesIn(parties, handler),
      copies: { count: 1, forWhom: [`${matter.committee}（入卷）`] },
      sides: "double",
    },
    lacks: [...(ending ? [] : [{ code: "ending" }]), ...(proceeding?.dossierNumber ? [] : [{ code: "archive" }])],
  };
}

function resultWords({ ending }: MatterFacts, agreement: AgreementFacts | null): string {
  const number = agreement?.agreement.effectiveAt && agreement.agreement.number;
  const routes = (ending?.routesTold ?? []).map((route) => routeWords[route]).join("、");
  return [
    ending ? `${outcomeWords[ending.outcome]}${number ? `（${number}）` : ""}。${ended(ending.reason)}` : "／",
    routes ? `已告知其他解决途径：${routes}。` : "",
  ].join("");
}

const endWords = { confirmed: "查明属实", withdrawn: "其本人收回", corrected: "已更正记录" } as const;

/** What was contested, and how it was cleared up. */
function contestWords({ clause, kind, saidBy, spokenBy, amountFen, on, end }: ContestFacts): string {
  const sum = amountFen === null ? "" : figure(amountFen);
  const said = kind === "denied" ? `未收到${sum}` : `已履行${sum}`;
  const how = end && (kind === "denied" && end.kind === "confirmed" ? "查明确已收到" : endWords[end.kind]);
  return `${dayInWords(on)}${saidBy}${spokenBy ? `（由${spokenBy}代为说明）` : ""}称第${clause}条${said}，${end ? `${dayInWords(end.on)}${how}：${ended(end.reason)}` : "尚未查清。"}`;
}

function performedWords(payments: readonly PaymentFacts[], visits: readonly VisitFacts[]): string {
  const last = payments.at(-1);
  const visit = visits.at(-1);
  return [
    last ? `已登记履行${payments.length}次，最近一次为${dayInWords(last.on)}。` : "",
    visit
      ? `${dayInWords(visit.on)}回访，当事人${satisfactionWords[visit.satisfaction]}，约定义务${visit.clauses}项，已履行${visit.kept}项。`
      : "",
  ].join("");
}
