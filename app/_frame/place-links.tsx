import { IconDots } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Role } from "@/db/vocabulary";
import { PlaceLink } from "./place-link";
import styles from "./place-links.module.css";
import { type Badge, onBar, type Place, placesOf } from "./places";

/** The number of this person's overdue things, by place. */
export type Counts = Partial<Record<Badge, number>>;

/** How each badge is said: what waits for an answer or a decision need not be late. */
const said: Partial<Record<Badge, "badgeWaiting" | "badgeToDecide">> = {
  consultations: "badgeWaiting",
  invitations: "badgeWaiting",
  approvals: "badgeToDecide",
};

interface PlaceLinksProps {
  role: Role;
  counts?: Counts;
  isLawyer?: boolean;
  className?: string;
  /** A bar on phones, with room for some of them. */
  isBar?: boolean;
}

/**
 * The links of a role's places, for the rail and for the phone's bar. A phone has room for five words: of more places the
 * bar shows the first ones, the others open above it. The list is a popover, which opens and closes without script; the
 * rail's style shows it in its place.
 */
export function PlaceLinks({ role, counts, isLawyer, className, isBar }: PlaceLinksProps) {
  const t = useTranslations("frame");
  const ui = useTranslations("ui");
  const places = placesOf[role].filter((place) => isLawyer || !place.isForLawyers);
  const shown = isBar ? onBar(places) : places;
  const others = places.slice(shown.length);
  const link = (place: Place) => {
    const badge = place.badge ? counts?.[place.badge] : undefined;
    const Icon = place.icon;
    return (
      <PlaceLink
        key={place.href}
        href={place.href}
        icon={<Icon aria-hidden />}
        label={t(`places.${place.key}`)}
        badge={badge}
        badgeName={badge ? t((place.badge && said[place.badge]) ?? "badge", { count: badge }) : undefined}
        className={className}
      />
    );
  };
  const behind = others.reduce((sum, { badge }) => sum + ((badge && counts?.[badge]) || 0), 0);
  return (
    <>
      {shown.map(link)}
      {others.length > 0 ? (
        <>
          <div id="more-places" popover="auto" className={styles.list}>
            {others.map(link)}
          </div>
          <button type="button" popoverTarget="more-places" className={`${className} ${styles.more}`}>
            <IconDots aria-hidden />
            <span>{ui("more")}</span>
            {behind ? <em>{behind > 99 ? "99+" : behind}</em> : null}
          </button>
        </>
      ) : null}
    </>
  );
}
