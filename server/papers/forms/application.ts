import type { MatterFacts, PartyFacts } from "../facts/matter";
import type { Block, Composed } from "../model";
import { heading, longField, paragraph, sentence } from "../words/blocks";
import { standingWords } from "../words/labels";
import { namesIn, personBlock } from "../words/person";
import { signerLine } from "../words/signers";

interface ApplicationForm {
  matter: MatterFacts;
}

/** Who was a party when it was applied for: whoever left the matter later stays on the paper. */
export const applicantsOf = (parties: readonly PartyFacts[]): PartyFacts[] =>
  parties.filter(({ standing, isDeparted }) => standing === "applicant" && !isDeparted);

/** The written application for people's mediation (人民调解法 17；若干规定 23): who asks, against whom, what happened, what is asked for. */
export function applicationPaper({ matter }: ApplicationForm): Composed {
  const day = matter.registeredOn;
  const parties = matter.parties.filter(({ isDeparted }) => !isDeparted);
  const applicants = applicantsOf(parties);
  const inOrder = [...applicants, ...parties.filter(({ standing }) => standing !== "applicant")];
  const people = inOrder.map((party) => personBlock({ role: standingWords[party.standing], party, day }));
  const blocks: Block[] = [
    ...people.map((one) => one.block),
    heading("一、纠纷事实和理由"),
    ...matter.facts
      .split("\n")
      .filter(Boolean)
      .map((text) => paragraph(text)),
    heading("二、申请事项"),
    longField("请求", numbered(matter.requests) ?? { lines: 4 }),
    sentence(
      "申请人已经了解人民调解的性质、原则和效力，自愿申请以调解方式解决上述纠纷，所述情况属实，并将如实提供有关材料。",
    ),
    sentence("此致", {}, { keepWithNext: true }),
    sentence("{调解委员会}", { 调解委员会: matter.committee }, { indent: 0 }),
    {
      kind: "signatures",
      rows: applicants.map((party) => signerLine({ role: "申请人", name: party.name, by: guardianOf(party) })),
    },
  ];
  return {
    paper: {
      kind: "application",
      organisation: null,
      title: "人民调解申请书",
      number: null,
      blocks,
      names: namesIn(inOrder),
      copies: { count: 1, forWhom: [`${matter.committee}（入卷）`] },
      sides: "double",
    },
    lacks: [
      ...(applicants.length > 0 ? [] : [{ code: "applicant" }]),
      ...(matter.facts.trim() ? [] : [{ code: "disputeFacts" }]),
      ...people.flatMap((one) => one.lacks),
    ],
  };
}

/** Requests as they are asked for, one after the other; a single one has no number. Null where none was said. */
function numbered(requests: string): string | null {
  const lines = requests
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length < 2) return lines[0] ?? null;
  return lines.map((line, i) => `${i + 1}. ${line}`).join("\n");
}

/** Who signs for a party that has a guardian; null for everybody else. */
export const guardianOf = ({ needsGuardian, links }: PartyFacts): string | null =>
  (needsGuardian && links.find(({ kind, endedOn }) => kind === "guardian" && endedOn === null)?.name) || null;
