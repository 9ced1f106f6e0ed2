import { useLocale, useTranslations } from "next-intl";
import { formatSide } from "@/app/_ui/format/format-number";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { DisputePage } from "@/server/disputes/reads/dispute-page";
import styles from "./parties.module.css";
import { PartyCard } from "./party-card";
import { AddPartyButton } from "./party-dialogs";

/** Parties grouped by side; revealing a phone asks for a reason. */
export function PartyList({ dispute }: { dispute: DisputePage }) {
  const t = useTranslations("disputes.parties");
  const overview = useTranslations("disputes.overview");
  const locale = useLocale();
  const { id, parties, allowed, proceeding } = dispute;
  const sides = [...new Set(parties.map((party) => party.side))];
  return (
    <Sheet labelledBy="parties">
      <SectionHead
        id="parties"
        title={t("title")}
        note={overview("sides", { count: sides.length })}
        end={
          allowed.includes("party.add") ? (
            <AddPartyButton
              disputeId={id}
              version={proceeding?.version}
              sides={sides}
              needsReason={proceeding?.status === "performing"}
            />
          ) : null
        }
      />
      {parties.every((party) => party.contacts === null) ? <p className={styles.quiet}>{t("hidden")}</p> : null}
      {sides.map((side) => (
        <section key={side} className={styles.side} aria-label={t("side", { side: formatSide(side - 1, locale) })}>
          <SideCards dispute={dispute} side={side} />
        </section>
      ))}
    </Sheet>
  );
}

/** So many of a side are drawn in full; of a numerous one the others are folded. */
const unfolded = 8;

function SideCards({ dispute, side }: { dispute: DisputePage; side: number }) {
  const t = useTranslations("disputes.parties");
  const { id, parties, allowed, proceeding } = dispute;
  // Representatives come first: nobody speaks for them.
  const ofSide = parties
    .filter((party) => party.side === side)
    .sort((a, b) => Number(a.representedBy.length > 0) - Number(b.representedBy.length > 0));
  const cards = ofSide.map((party) => (
    <PartyCard
      key={party.id}
      disputeId={id}
      party={party}
      others={parties}
      allowed={allowed}
      version={proceeding?.version}
    />
  ));
  if (cards.length <= unfolded) return cards;
  return (
    <>
      {cards.slice(0, unfolded)}
      <details>
        <summary className={styles.others}>{t("others", { count: cards.length - unfolded })}</summary>
        {cards.slice(unfolded)}
      </details>
    </>
  );
}
