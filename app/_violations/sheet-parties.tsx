import { useTranslations } from "next-intl";
import { usePartyWords } from "@/app/_agreements/party-words";
import paper from "@/app/_record/proof.module.css";
import { useFormat } from "@/app/_ui/format/use-format";
import styles from "./police-sheet.module.css";
import type { PoliceSheetProps } from "./sheet-props";

/** The organ, who hosts, and who the parties are; what is not stored is written by hand. */
export function SheetParties({ page, police }: Pick<PoliceSheetProps, "page" | "police">) {
  const t = useTranslations("violations.sheet");
  const parts = useTranslations("vocabulary.violationParts");
  const kinds = useTranslations("vocabulary.partyLinkKinds");
  const { sideWords } = usePartyWords(page.parties);
  const f = useFormat(new Date(0));
  const { account, onSpot } = police;
  const partOf = (id: string) =>
    police.people
      .filter((one) => one.partyId === id)
      .map((one) => parts(one.part))
      .join(t("and")) || t("nothing");
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t("organ")}</dt>
        <dd>{account?.organ ?? police.station}</dd>
        <dt>{t("host")}</dt>
        <dd>
          {t("hostWords", { name: police.host, unit: [police.station, police.hostPost].filter(Boolean).join(" ") })}
        </dd>
        {onSpot?.secondOfficer ? (
          <>
            <dt>{t("second")}</dt>
            <dd>{onSpot.secondOfficer}</dd>
          </>
        ) : null}
      </dl>
      <div className={paper.scroll}>
        <table className={paper.table}>
          <caption className={styles.caption}>{t("parties")}</caption>
          <thead>
            <tr>
              <th>{t("name")}</th>
              <th>{t("part")}</th>
              <th>{t("bornOn")}</th>
              <th>{t("employer")}</th>
              <th>{t("byHand")}</th>
            </tr>
          </thead>
          <tbody>
            {page.parties.map((party) => {
              const own = police.particulars?.find((one) => one.partyId === party.id);
              const beside = party.links.filter((link) => link.kind !== "helper");
              return (
                <tr key={party.id}>
                  <td>
                    {sideWords(party.side)} {party.name}
                    {beside.map((link) => (
                      <div key={link.id}>{t("through", { kind: kinds(link.kind), name: link.name })}</div>
                    ))}
                  </td>
                  <td>{partOf(party.id)}</td>
                  <td>{own?.bornOn ? f.day(own.bornOn) : ""}</td>
                  <td>{own?.employer}</td>
                  <td className={styles.byHand} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <dl className={styles.facts}>
        <dt>{t("others")}</dt>
        <dd>{(onSpot ? onSpot.others : account?.others) || t("nothing")}</dd>
      </dl>
    </>
  );
}
