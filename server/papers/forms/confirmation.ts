import { dayOf } from "../../kernel/shanghai";
import type { AgreementFacts } from "../facts/agreement";
import type { MatterFacts, PartyFacts } from "../facts/matter";
import type { Block, Composed } from "../model";
import { byHand, field, fields, heading, paragraph, sentence } from "../words/blocks";
import { dayInWords } from "../words/days";
import { guardianPhone, namesIn, personBlock } from "../words/person";
import { signerLine } from "../words/signers";
import { asPaperParty } from "./agreement";
import { guardianOf } from "./application";

interface ConfirmationForm {
  matter: MatterFacts;
  facts: AgreementFacts;
  /** The last day to apply together, 'YYYY-MM-DD'; null before the agreement is in force. */
  until: string | null;
  /** Where it is handed in; null leaves the name to be written by hand. */
  court: string | null;
  today: string;
}

/**
 * What all parties hand in together to have the agreement confirmed (人民调解法 33；民事诉讼法 205): the application of all of
 * them, the committee's statement that it presided, each one's address for service, and the list of what goes with it.
 */
export function confirmationPaper({ matter, facts, until, court, today }: ConfirmationForm): Composed {
  const { agreement, committeeName } = facts;
  const parties = facts.parties.map((party) => asPaperParty(party, matter.parties));
  const people = parties.map((party) => personBlock({ role: "申请人", party, day: today, withId: true }));
  const isOver = until !== null && until < today;
  return {
    paper: {
      kind: "confirmation",
      organisation: null,
      title: "司法确认申请书",
      number: null,
      blocks: [
        ...people.map((one) => one.block),
        ...applicationWords(matter, facts, court),
        {
          kind: "signatures",
          rows: parties.map((party) => signerLine({ role: "申请人", name: party.name, by: guardianOf(party) })),
        },
        { kind: "newPage" },
        ...presidedWords(matter, facts),
        ...parties.flatMap(serviceAddress),
        { kind: "newPage" },
        ...attachments(matter, facts),
      ],
      names: namesIn(parties, facts.mediator),
      copies: { count: 2, forWhom: ["人民法院", `${committeeName}（入卷）`] },
      sides: "double",
    },
    lacks: [
      ...(agreement.effectiveAt && agreement.form === "written" && agreement.seal ? [] : [{ code: "effect" }]),
      ...(isOver ? [{ code: "confirmationPast", of: dayInWords(until) }] : []),
      ...people.flatMap((one) => one.lacks),
    ],
  };
}

const effectiveDay = ({ agreement }: AgreementFacts): string =>
  agreement.effectiveAt ? dayInWords(dayOf(new Date(agreement.effectiveAt))) : "／";

function applicationWords(matter: MatterFacts, facts: AgreementFacts, court: string | null): Block[] {
  const { agreement, committeeName } = facts;
  const known = { 调解委员会: committeeName, 协议编号: agreement.number ?? "／" };
  return [
    heading("一、请求事项"),
    sentence("请求人民法院依法确认{调解委员会}主持达成的{协议编号}人民调解协议有效。", known),
    heading("二、事实和理由"),
    ...`关于申请人之间的“${matter.title}”：${agreement.facts}`
      .split("\n")
      .filter(Boolean)
      .map((text) => paragraph(text)),
    sentence(
      "经{调解委员会}主持调解，申请人各方自愿达成调解协议，协议自{协议生效日期}起生效。各方认为有必要由人民法院对协议予以确认，现依法共同提出申请。",
      { ...known, 协议生效日期: effectiveDay(facts) },
    ),
    heading("三、申请人承诺"),
    sentence(
      "申请人达成调解协议出于自愿，没有恶意串通、规避法律的行为，不损害国家利益、社会公共利益和他人合法权益，不违背公序良俗；所述内容和提交的材料真实，如有不实，愿意承担相应的法律责任。",
    ),
    sentence("此致", {}, { keepWithNext: true }),
    sentence("{受理法院}", { 受理法院: court ?? "＿＿＿＿＿＿＿＿人民法院" }, { indent: 0 }),
  ];
}

/** The committee's statement that the mediation was its own. */
function presidedWords(matter: MatterFacts, facts: AgreementFacts): Block[] {
  const { proceeding } = matter;
  return [
    heading("主持调解证明", 0),
    sentence(
      "{调解委员会}系依法设立的人民调解委员会。本委员会于{受理日期}受理“{纠纷名称}”，由人民调解员{调解员}主持调解，{各方当事人}自愿达成书面调解协议（编号：{协议编号}），协议自{协议生效日期}起生效。特此证明。",
      {
        ...{ 调解委员会: facts.committeeName, 受理日期: proceeding ? dayInWords(proceeding.acceptedOn) : "／" },
        ...{ 纠纷名称: matter.title, 调解员: facts.mediator, 协议编号: facts.agreement.number ?? "／" },
        ...{ 各方当事人: facts.parties.map(({ name }) => name).join("、"), 协议生效日期: effectiveDay(facts) },
      },
    ),
    { kind: "seal", organisation: facts.committeeName, day: null, sealed: false },
  ];
}

/** Where the court may send papers to, by each party's own hand; what the record holds is filled in. */
const serviceAddress = (party: PartyFacts, item: number): Block[] =>
  addressSheet(party).map((block) => ({ ...block, of: { name: "送达地址确认书", item } }));

const addressSheet = (party: PartyFacts): Block[] => [
  { kind: "newPage" },
  heading("送达地址确认书", 0),
  fields(
    [field("申请人", party.name)],
    [field("送达地址", party.address || byHand)],
    [field("联系方式", party.phone || guardianPhone(party) || byHand), field("电子送达地址", byHand)],
    [field("是否同意电子送达", byHand)],
  ),
  sentence(
    "本人确认以上送达地址准确有效，地址变更时及时告知人民法院；因地址不准确或者未及时告知变更导致文书未能送达的，由本人承担相应后果。",
  ),
  { kind: "signatures", rows: [signerLine({ role: "申请人", name: party.name, by: guardianOf(party) })] },
];

function attachments({ parties }: MatterFacts, facts: AgreementFacts): Block[] {
  const hasAgents = facts.parties.some(({ links }) => links.some(({ kind }) => kind === "agent"));
  const hasBodies = parties.some(({ kind }) => kind === "organisation");
  const list = [
    "人民调解协议书原件",
    "主持调解证明",
    "各申请人身份证明复印件",
    ...(hasBodies ? ["营业执照复印件、法定代表人身份证明"] : []),
    ...(hasAgents ? ["授权委托书和受委托人身份证明"] : []),
    "送达地址确认书",
    "人民调解申请书或者受理登记表、权利义务告知书、调解记录复印件",
    "与协议有关的财产权利证明（有的）",
  ];
  return [heading("随附材料目录", 0), ...list.map((name, i) => paragraph(`${i + 1}. ${name}`))];
}
