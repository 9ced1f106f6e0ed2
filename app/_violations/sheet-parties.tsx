import { useTranslations } from "next-intl";
import { usePartyWords } from "@/app/_agreements/party-words";
import { useHelpWords } from "@/app/_interpreters/help-words";
import paper from "@/app/_record/proof.module.css";
import { useLater } from "@/app/_ui/actions/use-later";
import { useFormat } from "@/app/_ui/format/use-format";
import type { AgreementParty } from "@/server/agreements/reads/agreement";
import styles from "./police-sheet.module.css";
import { particularsOn } from "./sheet-particulars";
import type { PoliceSheetProps } from "./sheet-props";

/** What reveals a number comes after the sheet, which is read and printed without it. */
const loadNumber = () => import("@/app/_disputes/parties/party-number").then(({ PartyNumber }) => PartyNumber);

type SheetPartiesProps = PoliceSheetProps;

/** The organ, who hosts, and who the parties are; what is not known stays blank, to be written by hand. */
export function SheetParties({ page, agreement, police, contacts, canReveal }: SheetPartiesProps) {
  const t = useTranslations("violations.sheet");
  const parts = useTranslations("vocabulary.violationParts");
  const helps = useHelpWords();
  const { sideWords } = usePartyWords(page.parties);
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
              <th>{t("sex")}</th>
              <th>{t("bornOn")}</th>
              <th>{t("ethnicity")}</th>
              <th>{t("work")}</th>
              <th>{t("idNumber")}</th>
              <th>{t("address")}</th>
            </tr>
          </thead>
          <tbody>
            {page.parties.map((party) => (
              <PartyRow
                key={party.id}
                party={party}
                disputeId={page.disputeId}
                agreementId={agreement.id}
                named={`${sideWords(party.side)} ${party.name}`}
                part={partOf(party.id)}
                said={particularsOn(party, { police, contacts })}
                canReveal={canReveal}
              />
            ))}
          </tbody>
        </table>
      </div>
      <dl className={styles.facts}>
        {page.interpreters.length > 0 ? (
          <>
            <dt>{t("interpreters")}</dt>
            <dd>
              {page.interpreters
                .map((one) => ({ name: one.name, help: helps(one), party: one.partyName }))
                .map((one) => t("interprets", { ...one, hasParty: one.party ? "yes" : "no" }))
                .join(t("and"))}
            </dd>
          </>
        ) : null}
        <dt>{t("others")}</dt>
        <dd>{(onSpot ? onSpot.others : account?.others) || t("nothing")}</dd>
      </dl>
    </>
  );
}

interface PartyRowProps {
  party: AgreementParty;
  disputeId: string;
  agreementId: string;
  named: string;
  part: string;
  said: ReturnType<typeof particularsOn>;
  canReveal: boolean;
}

/** One party with whoever stands beside them. A number stays masked until it is shown for a reason that is kept. */
function PartyRow({ party, disputeId, agreementId, named, part, said, canReveal }: PartyRowProps) {
  const t = useTranslations("violations.sheet");
  const kinds = useTranslations("vocabulary.partyLinkKinds");
  const sexes = useTranslations("vocabulary.sexes");
  const f = useFormat(new Date(0));
  const bornYear = said.born ? t("bornIn", { year: said.born }) : "";
  return (
    <tr>
      <td>
        {named}
        {said.legalRepresentative ? <div>{t("representedBy", { name: said.legalRepresentative })}</div> : null}
        {party.links
          .filter((link) => link.kind !== "helper")
          .map((link) => (
            <div key={link.id}>{t("through", { kind: kinds(link.kind), name: link.name })}</div>
          ))}
      </td>
      <td>{part}</td>
      <td>{said.sex ? sexes(said.sex) : ""}</td>
      <td>{said.born.length > 4 ? f.day(said.born) : bornYear}</td>
      <td>{said.ethnicity}</td>
      <td>{said.work}</td>
      <td className={styles.byHand}>
        {said.creditCode}
        {said.idNumber ? (
          <IdNumber
            disputeId={disputeId}
            agreementId={agreementId}
            partyId={party.id}
            name={party.name}
            masked={said.idNumber}
            canReveal={canReveal}
          />
        ) : null}
      </td>
      <td className={styles.byHand}>{said.address}</td>
    </tr>
  );
}

interface IdNumberProps {
  disputeId: string;
  /** Whose paper names it. */
  agreementId: string;
  partyId: string;
  name: string;
  masked: string;
  canReveal: boolean;
}

/** A masked ID number, which can be revealed once the part that asks for a reason is there. */
function IdNumber(props: IdNumberProps) {
  const { part: PartyNumber } = useLater(loadNumber, false);
  return PartyNumber ? <PartyNumber {...props} what="idNumber" /> : props.masked;
}
