import type { MatterFacts } from "../facts/matter";
import type { PaymentFacts } from "../facts/payments";
import type { Composed } from "../model";
import { field, fields, orNone, sentence } from "../words/blocks";
import { dayInWords } from "../words/days";
import { proofWords } from "../words/labels";
import { sumOfMoney } from "../words/money";
import { namesIn } from "../words/person";
import { signerLine } from "../words/signers";

interface ReceiptForm {
  matter: MatterFacts;
  payment: PaymentFacts;
}

/** What the payee signs for money received: from whom, under which agreement and clause, how much in words and figures. */
export function receiptPaper({ matter, payment }: ReceiptForm): Composed {
  const known = (id: string) => matter.parties.find((party) => party.id === id);
  const payer = known(payment.payerId);
  const payees = payment.payeeIds.flatMap((id) => known(id) ?? []);
  const [payee] = payees;
  const by = payee?.links.find(({ id }) => id === payment.receivedByLinkId)?.name ?? null;
  const agreement = payment.agreementNumber ? `${payment.agreementNumber}调解协议` : "口头调解协议";
  const clause = `${agreement}第${payment.obligationOrdinal}条第${payment.part}次付款`;
  return {
    paper: {
      kind: "receipt",
      organisation: null,
      title: "收条",
      number: null,
      blocks: [
        sentence("今收到{付款人}依据{协议}支付的款项{金额}。", {
          付款人: payer?.name ?? "／",
          协议: agreement,
          金额: payment.amountFen ? sumOfMoney(payment.amountFen) : "／",
        }),
        fields(
          [field("付款人", orNone(payer?.name)), field("收款人", orNone(payees.map(({ name }) => name).join("、")))],
          [field("款项", payment.obligationText)],
          [field("对应条款", clause)],
          [field("支付方式", proofWords[payment.proof]), field("凭据", orNone(payment.proofNote))],
          [field("收款日期", dayInWords(payment.on)), field("登记人", orNone(payment.recordedBy))],
        ),
        {
          kind: "signatures",
          rows: payees.map(({ name }, i) => signerLine({ role: "收款人", name, by: i === 0 ? by : null })),
        },
      ],
      names: namesIn([...(payer ? [payer] : []), ...payees], payment.recordedBy),
      copies: { count: 2, forWhom: [payer?.name ?? "付款人", `${matter.committee}（入卷）`] },
      sides: "single",
    },
    lacks: [
      ...(payment.amountFen ? [] : [{ code: "amount" }]),
      ...(payees.length > 0 ? [] : [{ code: "payee", of: payment.obligationText }]),
    ],
  };
}
