import type { MatterFacts } from "../facts/matter";
import type { Composed } from "../model";
import { field, fields, longField, orNone } from "../words/blocks";
import { dayInWords } from "../words/days";
import { ownInitiative, sourceWords, standingWords, typeWords } from "../words/labels";
import { namesIn } from "../words/person";
import { signerLine } from "../words/signers";
import { applicantsOf, guardianOf } from "./application";

interface IntakeForm {
  matter: MatterFacts;
  /** Its number in the register of intakes; null while it has none. */
  number: string | null;
}

/** The register sheet of a matter that was taken up by word of mouth or by the committee itself (若干规定 23、24). */
export function intakePaper({ matter, number }: IntakeForm): Composed {
  const parties = matter.parties.filter(({ isDeparted }) => !isDeparted);
  const isOwn = ownInitiative.includes(matter.source);
  const referral = [matter.referredBy, matter.referralNumber].filter(Boolean).join("，");
  const accepted = matter.proceeding?.acceptedOn ?? null;
  return {
    paper: {
      kind: "intake",
      organisation: matter.committee,
      title: "人民调解受理登记表",
      number,
      blocks: [
        fields(
          [field("登记日期", dayInWords(matter.registeredOn)), field("受理日期", accepted && dayInWords(accepted))],
          [
            field("纠纷类型", typeWords[matter.type]),
            field("发生时间", matter.startedOn && dayInWords(matter.startedOn)),
          ],
          [field("发生地点", orNone(matter.place))],
          [field("案件来源", `${isOwn ? "主动调解" : "依申请调解"}（${sourceWords[matter.source]}）`)],
          [field("移交单位及文号", orNone(referral))],
        ),
        {
          kind: "table",
          columns: [
            { title: "地位", width: 0.16, align: "center" },
            { title: "姓名或名称", width: 0.28 },
            { title: "住址", width: 0.34 },
            { title: "联系方式", width: 0.22, align: "center" },
          ],
          rows: parties.map((party) => [
            standingWords[party.standing],
            party.name,
            orNone(party.address),
            orNone(party.phone),
          ]),
        },
        longField("纠纷简要情况", orNone(matter.facts)),
        longField("备注", accepted ? `已于${dayInWords(accepted)}受理，由${matter.proceeding?.lead}主持调解。` : null),
        {
          kind: "signatures",
          rows: [
            // Whoever was not there when the committee acted by itself signs nothing.
            ...(isOwn ? [] : applicantsOf(parties)).map((party) =>
              signerLine({ role: "当事人", name: party.name, by: guardianOf(party) }),
            ),
            signerLine({ role: "登记人", name: matter.registrar, fingerprint: false }),
          ],
        },
        { kind: "seal", organisation: matter.committee, day: dayInWords(matter.registeredOn), sealed: false },
      ],
      names: namesIn(parties, matter.registrar, matter.proceeding?.lead),
      copies: { count: 1, forWhom: [`${matter.committee}（入卷）`] },
      sides: "single",
    },
    lacks: [
      ...(accepted ? [] : [{ code: "acceptance" }]),
      ...(matter.facts.trim() ? [] : [{ code: "disputeFacts" }]),
      ...parties.filter(({ kind }) => kind === "unidentified").map(({ name }) => ({ code: "trueName", of: name })),
    ],
  };
}
