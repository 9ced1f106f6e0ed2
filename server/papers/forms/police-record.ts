import { dayOf } from "../../kernel/shanghai";
import type { MatterFacts } from "../facts/matter";
import type { SessionFacts } from "../facts/session";
import type { Block, Composed } from "../model";
import { field, fields, heading, orNone, paragraph } from "../words/blocks";
import { momentInWords, spanInWords } from "../words/days";
import { sideWords } from "../words/parties";
import { namesIn, personBlock } from "../words/person";
import { signerLine } from "../words/signers";
import { presentAt, resultOf } from "./record";

/** The record of one police mediation: who presided, what each said, what came of it, and that a penalty may follow failure. */
export function policeRecordPaper({ matter, session }: { matter: MatterFacts; session: SessionFacts }): Composed {
  const day = dayOf(new Date(session.startsAt));
  const { invited, recorder, parties } = presentAt({ matter, session });
  const host = matter.proceeding?.lead ?? "";
  const people = parties.map(({ party }) => personBlock({ role: sideWords(party.side), party, day, withId: true }));
  const hasFailed = session.result === "failed";
  const said = (text: string): Block[] =>
    text
      .split("\n")
      .filter(Boolean)
      .map((line) => paragraph(line));
  return {
    paper: {
      kind: "policeRecord",
      organisation: matter.station,
      title: "治安调解笔录",
      number: null,
      blocks: [
        fields(
          [field("时间", spanInWords(session.startsAt, session.endsAt))],
          [field("地点", orNone(session.place))],
          [field("案由", matter.title)],
          [
            field("主持人及单位", orNone(`${host}，${matter.station}`)),
            field("记录人及单位", orNone(`${recorder}，${matter.station}`)),
          ],
          [
            field("参加人", orNone(invited.map(({ name }) => name).join("、"))),
            field("其他在场人", orNone(session.othersPresent)),
          ],
        ),
        ...people.map((one) => one.block),
        heading("调解内容"),
        ...said(session.record?.text || "／"),
        ...(session.record?.statements ?? []).flatMap(({ name, text }) => said(`${name}：${text}`)),
        ...(session.record?.facts ? said(`查明的事实：${session.record.facts}`) : []),
        heading("调解结果"),
        ...resultOf(session).flatMap(said),
        ...(hasFailed
          ? [paragraph("调解未达成协议，已告知各方：公安机关将依法作出处理，民事争议可以依法向人民法院提起诉讼。")]
          : []),
        paragraph("以上笔录已由各方阅读（或者向其宣读），与所说相符。"),
        {
          kind: "signatures",
          rows: [
            ...parties.map(({ party, by }) =>
              signerLine({ role: sideWords(party.side), name: party.name, by: by?.name ?? null }),
            ),
            ...invited.map(({ name }) => signerLine({ role: "参加人", name, fingerprint: false })),
            signerLine({ role: "主持人", name: host, fingerprint: false }),
            signerLine({ role: "记录人", name: recorder, fingerprint: false }),
          ],
        },
      ],
      names: namesIn(
        parties.map(({ party }) => party),
        host,
        recorder,
        ...invited.map(({ name }) => name),
      ),
      copies: { count: 1, forWhom: [`${matter.station}（案卷）`] },
      sides: "double",
    },
    lacks: [
      ...(session.record ? [] : [{ code: "sessionRecord", of: momentInWords(session.startsAt) }]),
      ...(parties.length > 0 ? [] : [{ code: "attendance", of: momentInWords(session.startsAt) }]),
      ...people.flatMap((one) => one.lacks),
    ],
  };
}
