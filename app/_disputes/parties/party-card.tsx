import { useTranslations } from "next-intl";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { PrintHere } from "@/app/_papers/print-here";
import { useFormat } from "@/app/_ui/format/use-format";
import { useAllNames } from "@/app/_ui/format/use-names";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { Action } from "@/server/access/policy";
import type { PartyOnPage } from "@/server/disputes/reads/dispute-page";
import styles from "./parties.module.css";
import { AddLinkButton, AmendPartyButton, EndLinkButton } from "./party-dialogs";
import { usePartyName } from "./party-line";
import { PartyNumber } from "./party-number";
import { PartyStory } from "./party-story";
import { PartyStoryMenu } from "./party-story-menu";

interface PartyCardProps {
  disputeId: string;
  party: PartyOnPage;
  /** The parties of the dispute: one list for all cards, which is sent once. */
  others: readonly PartyOnPage[];
  allowed: readonly Action[];
  version?: number;
}

/** One party in full: standing, phone and ID number (revealed for a reason), address, and the people linked to it. */
export function PartyCard({ disputeId, party, others, allowed, version }: PartyCardProps) {
  const t = useTranslations("disputes.parties");
  const standing = useTranslations("vocabulary.partyStandings");
  const kind = useTranslations("vocabulary.partyKinds");
  const all = useAllNames();
  const name = usePartyName()(party);
  const { contacts } = party;
  const canReveal = allowed.includes("party.reveal");
  const target = { disputeId, version, party: asTarget(party, name) };
  return (
    <article className={styles.card}>
      <SideStamp index={party.side - 1} />
      <div className={styles.words}>
        <h3>
          {name} {party.kind === "unidentified" ? <Tag tone="amber">{t("unidentified")}</Tag> : null}
          {party.isDeparted ? <Tag tone="line">{t("departed")}</Tag> : null}
        </h3>
        <p className={styles.quiet}>
          <Facts
            items={[
              standing(party.standing),
              party.kind === "organisation" ? kind("organisation") : null,
              party.name && party.isMinor ? t("minor") : null,
              party.isMinor && !party.needsGuardian
                ? t(party.contacts?.ownWagesReason === "" ? "cameOfAge" : "actsThemself")
                : null,
              party.lacksCapacity ? t("lacksCapacityShort") : null,
              party.representedBy.length > 0 ? t("represented", { names: all(party.representedBy) }) : null,
            ]}
          />
        </p>
        {contacts ? (
          <p>
            <Facts
              items={[
                contacts.phone ? (
                  <PartyNumber
                    key="phone"
                    disputeId={disputeId}
                    partyId={party.id}
                    name={name}
                    masked={contacts.phone}
                    canReveal={canReveal}
                  />
                ) : (
                  t("noPhone")
                ),
                contacts.idNumber ? (
                  <PartyNumber
                    key="idNumber"
                    disputeId={disputeId}
                    partyId={party.id}
                    what="idNumber"
                    name={name}
                    masked={contacts.idNumber}
                    canReveal={canReveal}
                  />
                ) : null,
                contacts.address || t("noAddress"),
                contacts.employer ? t("worksAt", { employer: contacts.employer }) : null,
              ]}
            />
          </p>
        ) : null}
        <PartyStory party={party} others={others} />
        <WhoComes disputeId={disputeId} version={version} party={party} canReveal={canReveal} allowed={allowed} />
      </div>
      <div className={styles.acts}>
        {allowed.includes("party.amend") ? <AmendPartyButton {...target} /> : null}
        {allowed.includes("party.addLink") ? <AddLinkButton {...target} /> : null}
        <PartyStoryMenu disputeId={disputeId} version={version} party={party} others={others} allowed={allowed} />
      </div>
    </article>
  );
}

const noParticulars = {
  sex: null,
  bornYear: null,
  ethnicity: "",
  occupation: "",
  creditCode: "",
  legalRepresentative: "",
};

/** The party as its dialogs take it. */
const asTarget = (
  { id, version, kind, isMinor, lacksCapacity, needsGuardian, contacts }: PartyOnPage,
  name: string,
) => ({
  id,
  version,
  name,
  kind,
  needsGuardian,
  capacity: {
    isMinor,
    lacksCapacity,
    bornOn: contacts?.bornOn ?? "",
    ownWagesReason: contacts?.ownWagesReason ?? "",
  },
  address: contacts?.address ?? "",
  employer: contacts?.employer ?? "",
  particulars: contacts?.particulars ?? noParticulars,
});

interface WhoComesProps extends Pick<PartyCardProps, "disputeId" | "version" | "party" | "allowed"> {
  canReveal: boolean;
}

/** Agents, representatives, guardians and helpers, and those who were. */
function WhoComes({ disputeId, version, party, canReveal, allowed }: WhoComesProps) {
  const t = useTranslations("disputes.parties");
  const f = useFormat();
  const linkKind = useTranslations("vocabulary.partyLinkKinds");
  return party.links.map((link) => (
    <p key={link.id} className={styles.link}>
      <Facts
        items={[
          t(link.maySign ? "agentSigns" : "agent", { kind: linkKind(link.kind), name: link.name }),
          link.phone ? (
            <PartyNumber
              key="phone"
              disputeId={disputeId}
              partyId={party.id}
              linkId={link.id}
              name={link.name}
              masked={link.phone}
              canReveal={canReveal}
            />
          ) : null,
          link.note,
          link.authorisedOn ? t("linkSince", { day: f.day(link.authorisedOn) }) : null,
          link.endedOn ? t("linkEnded", { day: f.day(link.endedOn), reason: link.endedReason }) : null,
        ]}
      />
      {link.endedOn ? null : (
        <span className={styles.linkActs}>
          {allowed.includes("party.endLink") ? (
            <EndLinkButton disputeId={disputeId} version={version} partyId={party.id} link={link} />
          ) : null}
          {allowed.includes("paper.ask") && link.kind === "agent" ? (
            <PrintHere disputeId={disputeId} kinds={["authority"]} subjectId={link.id} of={link.name} />
          ) : null}
        </span>
      )}
    </p>
  ));
}
