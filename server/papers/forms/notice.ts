import type { MatterFacts } from "../facts/matter";
import type { Composed, Signature } from "../model";
import { heading, paragraph } from "../words/blocks";
import { dayInWords } from "../words/days";
import { noticeWords } from "../words/labels";
import { sideWords } from "../words/parties";
import { namesIn } from "../words/person";
import { signerLine } from "../words/signers";

interface NoticeForm {
  matter: MatterFacts;
}

/** The paper's passages: of police mediation what 程序规定 gives the parties, of people's mediation what 人民调解法 does. */
const ofPeoples = {
  title: "人民调解权利义务告知书",
  parts: [
    [
      "一、人民调解的性质和原则",
      "人民调解由依法设立的人民调解委员会主持，通过说服、疏导，帮助当事人在平等协商的基础上自愿达成协议。调解遵循自愿平等、不违背法律法规和国家政策、尊重当事人诉讼等其他权利的原则，不收取任何费用。",
    ],
    [
      "二、调解协议的效力",
      "经调解达成的书面协议，自各方当事人签名、盖章或者按指印，人民调解员签名并加盖调解委员会印章之日起生效；口头协议自各方达成一致之日起生效。生效的协议对当事人具有约束力，应当按照约定履行。各方认为有必要的，可以自协议生效之日起三十日内共同向人民法院申请司法确认。",
    ],
    [
      "三、您的权利",
      "（一）选择或者接受主持调解的人民调解员；\n（二）接受调解、拒绝调解，或者在调解中要求终止；\n（三）要求公开进行或者不公开进行；\n（四）自主表达意愿，自愿达成协议；\n（五）认为调解员偏袒一方、泄露隐私或者商业秘密的，可以要求更换并向调解委员会反映。",
    ],
    [
      "四、您的义务",
      "（一）如实陈述纠纷的有关事实；\n（二）遵守调解现场的秩序，尊重人民调解员；\n（三）尊重对方当事人行使权利；\n（四）履行达成的协议，不激化矛盾。",
    ],
    [
      "五、其他解决途径",
      "您不愿意调解、调解不成或者达成协议后反悔的，可以依法向人民法院提起诉讼；依法可以仲裁或者由行政机关处理的，也可以申请仲裁或者请求行政机关处理。调解不影响您行使这些权利。",
    ],
  ],
} as const;
const ofPolice = {
  title: "治安调解权利义务告知书",
  parts: [
    [
      "一、治安调解的性质和原则",
      "因民间纠纷引起、情节较轻的违反治安管理行为，公安机关可以在查清事实的基础上调解处理。调解遵循合法、公正、自愿、及时的原则，注重教育和疏导，化解矛盾，不收取任何费用。",
    ],
    [
      "二、调解的结果",
      "达成协议并履行的，对违反治安管理行为人不予处罚。未达成协议，或者达成协议后不履行的，公安机关依法处理，并告知当事人可以就民事争议向人民法院提起诉讼。",
    ],
    [
      "三、您的权利",
      "（一）同意或者不同意调解，在调解中自主表达意愿；\n（二）依法申请办案民警回避；\n（三）未成年人由其父母或者其他监护人到场；\n（四）被侵害人可以书面委托代理人，违反治安管理行为人应当本人参加；\n（五）对执法活动提出申诉、控告。",
    ],
    [
      "四、您的义务",
      "（一）如实陈述案件事实，提供证据；\n（二）遵守调解秩序，不得再次实施违反治安管理行为；\n（三）按照约定履行协议。",
    ],
    ["五、其他解决途径", "您可以与对方自行和解，可以申请人民调解，也可以就民事争议依法向人民法院提起诉讼。"],
  ],
} as const;

/** Nature, effect, rights and duties, with each party's receipt (人民调解法 23、24；若干规定 30), to be given before mediation. */
export function noticePaper({ matter }: NoticeForm): Composed {
  const isPolice = matter.proceeding?.track === "publicSecurity";
  const { title, parts } = isPolice ? ofPolice : ofPeoples;
  const organisation = isPolice ? matter.station : matter.committee;
  const parties = matter.parties.filter(({ isDeparted }) => !isDeparted);
  return {
    paper: {
      kind: "notice",
      organisation,
      title,
      number: null,
      blocks: [
        paragraph(`关于“${matter.title}”，现将有关事项告知如下：`),
        ...parts.flatMap(([head, text]) => [heading(head), ...text.split("\n").map((line) => paragraph(line))]),
        { kind: "seal", organisation, day: null, sealed: false },
        {
          kind: "receipt",
          title: "回执",
          text: "以上内容已向本人告知，本人已经知晓并收到本告知书。",
          rows: parties.map((party) => receiptRow(matter, party)),
        },
      ],
      names: namesIn(parties),
      copies: { count: parties.length + 1, forWhom: [...parties.map(({ name }) => name), `${organisation}（入卷）`] },
      sides: "single",
    },
    lacks: parties
      .filter(
        (party) => party.needsGuardian && !party.links.some(({ kind, endedOn }) => kind === "guardian" && !endedOn),
      )
      .map(({ name }) => ({ code: "guardian", of: name })),
  };
}

/** A line for each party; who was told already is printed with the day and how, the others fill it in when they get it. */
function receiptRow({ notices }: MatterFacts, party: MatterFacts["parties"][number]): Signature {
  const told = notices.filter(({ partyId }) => partyId === party.id).at(-1);
  const by =
    party.links.find(({ id }) => id === told?.linkId) ??
    (party.needsGuardian ? party.links.find(({ kind, endedOn }) => kind === "guardian" && !endedOn) : undefined);
  const line = signerLine({ role: sideWords(party.side), name: party.name, by: by?.name ?? null });
  if (!told) return line;
  const note = [line.note, `${noticeWords[told.means]}，告知人${told.by}`].filter(Boolean).join("；");
  return { ...line, day: dayInWords(told.on), note };
}
