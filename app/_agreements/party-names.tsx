"use client";
import { useTranslations } from "next-intl";
import type { AgreementParty } from "@/server/agreements/reads/agreement";
import styles from "./agreement.module.css";
import { usePartyWords } from "./party-words";
import { paperSides } from "./sheet/paper-sides";

/** 女，1956 年生，汉族，退休教师; of an organisation its code and who represents it. */
function useParticulars() {
  const t = useTranslations("agreements.paper");
  const sexes = useTranslations("vocabulary.sexes");
  return ({ sex, born, ethnicity, occupation, creditCode, legalRepresentative }: AgreementParty) =>
    [
      sex ? sexes(sex) : "",
      born ? t("bornIn", { year: born.slice(0, 4) }) : "",
      ethnicity,
      occupation,
      creditCode ? t("creditCode", { code: creditCode }) : "",
      legalRepresentative ? t("representedBy", { name: legalRepresentative }) : "",
    ]
      .filter(Boolean)
      .join(t("listComma"));
}

/** A party with what the paper says beside the name, and who acts for it. */
function useNamed() {
  const t = useTranslations("agreements.paper");
  const kinds = useTranslations("vocabulary.partyLinkKinds");
  const particulars = useParticulars();
  return (bare: AgreementParty) => {
    const words = particulars(bare);
    const party = words ? { ...bare, name: t("withParticulars", { name: bare.name, words }) } : bare;
    const link = party.links.find((candidate) => candidate.maySign);
    if (link) return t("byLink", { name: party.name, kind: kinds(link.kind), link: link.name });
    return party.isMinor ? t("minor", { name: party.name }) : party.name;
  };
}

/**
 * 甲方刘玉芬，乙方张建国（委托代理人张晓雯）。 A numerous side is named by whom it elected and by its number: 甲方王小明等 40 人
 * （推选代表人王小明、李芳；名单附后）.
 */
export function PartyNames({ parties }: { parties: readonly AgreementParty[] }) {
  const t = useTranslations("agreements.paper");
  const { sideWords } = usePartyWords(parties);
  const named = useNamed();
  const words = paperSides(parties).map(({ side, members, isNumerous, representatives }) => {
    if (!isNumerous) return t("party", { side: sideWords(side), names: members.map(named).join(t("and")) });
    const first = representatives[0] ?? members[0];
    const elected = representatives.map(({ name }) => name).join(t("and"));
    const many = { side: sideWords(side), first: first?.name ?? "", count: members.length };
    return elected ? t("manyElected", { ...many, elected }) : t("many", many);
  });
  return <>{t("parties", { parties: words.join(t("comma")) })}</>;
}

/** The members of each numerous side, as the paper's own list. */
export function MemberLists({ parties }: { parties: readonly AgreementParty[] }) {
  const t = useTranslations("agreements.paper");
  const { sideWords } = usePartyWords(parties);
  const named = useNamed();
  return paperSides(parties)
    .filter(({ isNumerous }) => isNumerous)
    .map(({ side, members }) => (
      <section key={side} className={styles.members}>
        <h3>{t("memberList", { side: sideWords(side), count: members.length })}</h3>
        <ol>
          {members.map((party) => (
            <li key={party.id}>{named(party)}</li>
          ))}
        </ol>
      </section>
    ));
}
