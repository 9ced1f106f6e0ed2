"use client";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { useFormat } from "@/app/_ui/format/use-format";
import type { AgreementClause, AgreementPage } from "@/server/agreements/reads/agreement";
import { AgreementText } from "./agreement-text";
import { draftOf } from "./clause-draft";
import styles from "./handed-round.module.css";
import { plainTerms, type TermClause } from "./plain-terms";

interface TermsProps {
  page: AgreementPage;
  /** Whose terms; null: of a witness or the lead. */
  partyId: string | null;
  listRef: RefObject<HTMLDListElement | null>;
}

/** The paper as it concerns this party, in plain words, with all of it below; of a witness and the lead all terms. */
export function Terms({ page, partyId, listRef }: TermsProps) {
  const t = useTranslations("guest.signing");
  const and = useTranslations("agreements.paper")("and");
  const f = useFormat();
  const { agreement, parties, proceeding } = page;
  if (!agreement) return null;
  const clauses = agreement.clauses.map(asTerm);
  const said = plainTerms({ signing: t, f, and }, { clauses, parties, me: { partyId } });
  const track = proceeding?.track ?? "peoples";
  const rows = [
    [t("get"), said.get],
    [t("do"), said.do],
    [t("refrain"), said.refrain],
    [t("all"), said.all],
    [t("otherwise"), [t(track === "publicSecurity" ? "otherwisePolice" : "otherwisePeoples")]],
  ] as const;
  return (
    <div className={styles.sheet}>
      <dl ref={listRef}>
        {rows
          .filter(([, lines]) => lines.length > 0)
          .map(([name, lines]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {lines.map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a paper out for signing never move
                  <p key={index}>{line}</p>
                ))}
              </dd>
            </div>
          ))}
      </dl>
      <details>
        <summary>{t("whole", { count: agreement.clauses.length + 1 })}</summary>
        <AgreementText
          page={page}
          track={track}
          form={agreement.form}
          number={agreement.number}
          facts={agreement.facts}
          clauses={agreement.clauses.map(draftOf)}
        />
      </details>
    </div>
  );
}

const asTerm = ({ obligorPartyIds, obligeePartyIds, sharesFen, ...clause }: AgreementClause): TermClause => ({
  ...clause,
  parties: [
    ...obligorPartyIds.map((id, i) => ({ id, part: "obligor" as const, shareFen: sharesFen[i] ?? null })),
    ...obligeePartyIds.map((id) => ({ id, part: "obligee" as const, shareFen: null })),
  ],
});
