import { useTranslations } from "next-intl";
import { Facts } from "@/app/_ui/text/facts";
import type { PartyOnPage } from "@/server/disputes/reads/dispute-page";
import { Party } from "./party";

/** The last part of an address, from the building or door on: 3 号楼 2 单元 301. */
export const doorOf = (address: string): string => address.match(/\d+\s*(号楼|栋|幢|号|单元|室)?.*$/u)?.[0] ?? address;

/** A party's name as this reader may see it. */
export function usePartyName(): (party: Pick<PartyOnPage, "name" | "isMinor">) => string {
  const t = useTranslations("disputes.parties");
  return ({ name, isMinor }) => name || (isMinor ? t("minor") : "");
}

/** One party in the overview: stamp, name, unit; standing, representative, masked phone. */
export function PartyLine({ party }: { party: PartyOnPage }) {
  const t = useTranslations("disputes.parties");
  const standing = useTranslations("vocabulary.partyStandings");
  const linkKind = useTranslations("vocabulary.partyLinkKinds");
  const nameOf = usePartyName();
  const link = party.links[0];
  return (
    <Party
      sideIndex={party.side - 1}
      name={nameOf(party)}
      place={party.contacts?.address ? doorOf(party.contacts.address) : null}
      line={
        <Facts
          items={[
            standing(party.standing),
            party.kind === "unidentified" ? t("unidentified") : null,
            party.name && party.isMinor ? t("minor") : null,
            link ? t("agent", { kind: linkKind(link.kind), name: link.name }) : null,
            party.contacts?.phone,
          ]}
        />
      }
    />
  );
}
