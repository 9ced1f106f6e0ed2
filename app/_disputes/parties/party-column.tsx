import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { SectionHead } from "@/app/_ui/layout/section-head";
import type { DisputePage } from "@/server/disputes/reads/dispute-page";
import { PartyLine } from "./party-line";

const shownPerSide = 2;

/** The parties at the left of the overview: two of each side, the rest on their own tab. */
export function PartyColumn({ dispute }: { dispute: DisputePage }) {
  const t = useTranslations("disputes.overview");
  const sides = [...new Set(dispute.parties.map((party) => party.side))];
  const shown = sides.flatMap((side) => dispute.parties.filter((party) => party.side === side).slice(0, shownPerSide));
  return (
    <section>
      <SectionHead
        title={t("parties")}
        note={t("sides", { count: sides.length })}
        end={
          shown.length < dispute.parties.length ? (
            <Link href={`/disputes/${dispute.id}/parties`}>{t("more")}</Link>
          ) : null
        }
      />
      {shown.map((party) => (
        <PartyLine key={party.id} party={party} />
      ))}
    </section>
  );
}
