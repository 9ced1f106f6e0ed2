import type { MatterFacts } from "../facts/matter";
import type { Composed } from "../model";
import { longField, orNone, sentence } from "../words/blocks";
import { dayInWords } from "../words/days";
import { nonAcceptanceWords, outcomeWords, routeWords } from "../words/labels";
import { sideWords } from "../words/parties";
import { namesIn } from "../words/person";
import { signerLine } from "../words/signers";
import { guardianOf } from "./application";

interface NoticeOfEndForm {
  matter: MatterFacts;
  /** Its number in the series of such notices; null while it has none. */
  number: string | null;
}

/**
 * The notice that mediation has ended without agreement (人民调解法 17、26): the ground, without naming or blaming whoever
 * refused, and the other ways that were told.
 */
export function endingPaper({ matter, number }: NoticeOfEndForm): Composed {
  const { ending, proceeding, committee } = matter;
  const parties = matter.parties.filter(({ isDeparted }) => !isDeparted);
  const routes = (ending?.routesTold ?? []).map((route) => routeWords[route]).join("；");
  const accepted = proceeding ? dayInWords(proceeding.acceptedOn) : "／";
  const ground = ending ? groundOf(ending) : "／";
  return {
    paper: {
      kind: "ending",
      organisation: committee,
      title: "终止调解告知书",
      number: number ?? "",
      blocks: [
        sentence("{各方当事人}：", { 各方当事人: parties.map(({ name }) => name).join("、") }, { indent: 0 }),
        sentence("关于“{纠纷名称}”，本调解委员会于{受理日期}受理。因{终止原因}，现于{终止日期}终止调解。", {
          纠纷名称: matter.title,
          受理日期: accepted,
          终止原因: ground,
          终止日期: ending ? dayInWords(ending.on) : "／",
        }),
        sentence(
          "您可以依法通过下列途径解决纠纷：{其他途径}。终止调解不影响您行使上述权利，今后各方愿意调解的，可以再次申请。",
          { 其他途径: routes || "／" },
        ),
        { kind: "seal", organisation: committee, day: ending && dayInWords(ending.on), sealed: false },
        {
          kind: "receipt",
          title: "回执",
          text: "本人已收到本告知书，并已知晓其他解决途径。",
          rows: parties.map((party) =>
            signerLine({ role: sideWords(party.side), name: party.name, by: guardianOf(party) }),
          ),
        },
      ],
      names: namesIn(parties, ending?.by),
      copies: { count: parties.length + 1, forWhom: [...parties.map(({ name }) => name), `${committee}（入卷）`] },
      sides: "single",
    },
    lacks: ending ? (routes ? [] : [{ code: "routesTold" }]) : [{ code: "ending" }],
  };
}

/** The ground of the law, in neutral words: a refusal is said without saying whose (人民调解法 17). */
function groundOf({ outcome, triedOn }: NonNullable<MatterFacts["ending"]>): string {
  if (outcome === "refused") return "调解应当以各方自愿为前提，现已不具备继续调解的条件";
  const [first, last] = [triedOn[0], triedOn.at(-1)];
  return first && last
    ? `${outcomeWords[outcome]}（自${dayInWords(first)}至${dayInWords(last)}共联系${triedOn.length}次）`
    : outcomeWords[outcome];
}

/** The notice that a matter is not taken up (若干规定 24): on which ground, where else to go, and what was done meanwhile. */
export function nonAcceptancePaper({ matter, number }: NoticeOfEndForm): Composed {
  const { notAccepted, committee } = matter;
  const applicants = matter.parties.filter(({ standing, isDeparted }) => standing === "applicant" && !isDeparted);
  return {
    paper: {
      kind: "nonAcceptance",
      organisation: committee,
      title: "不予受理告知书",
      number: number ?? "",
      blocks: [
        sentence("{申请人}：", { 申请人: applicants.map(({ name }) => name).join("、") }, { indent: 0 }),
        sentence("您于{申请日期}就“{纠纷名称}”提出的调解申请，经审查，{不予受理原因}，依照有关规定不予受理。", {
          申请日期: dayInWords(matter.registeredOn),
          纠纷名称: matter.title,
          不予受理原因: notAccepted ? nonAcceptanceWords[notAccepted.reason] : "／",
        }),
        sentence(
          "您可以依法申请仲裁、请求行政机关处理，或者向人民法院提起诉讼；遇有人身安全等紧急情况的，请立即向公安机关报警。",
        ),
        longField("劝解疏导及移交情况", orNone(matter.referredBy) ?? { lines: 2 }),
        { kind: "seal", organisation: committee, day: notAccepted && dayInWords(notAccepted.on), sealed: false },
        {
          kind: "receipt",
          title: "回执",
          text: "本人已收到本告知书，并已知晓其他解决途径。",
          rows: applicants.map((party) => signerLine({ role: "申请人", name: party.name, by: guardianOf(party) })),
        },
      ],
      names: namesIn(applicants),
      copies: { count: 2, forWhom: [applicants[0]?.name ?? "申请人", `${committee}（存档）`] },
      sides: "single",
    },
    lacks: notAccepted ? [] : [{ code: "notAccepted" }],
  };
}
