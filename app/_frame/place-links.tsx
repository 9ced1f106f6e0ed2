import { useTranslations } from "next-intl";
import type { Role } from "@/db/vocabulary";
import { PlaceLink } from "./place-link";
import { type Badge, placesOf } from "./places";

/** The number of this person's overdue things, by place. */
export type Counts = Partial<Record<Badge, number>>;

/** How each badge is said: what waits for an answer or a decision need not be late. */
const said: Partial<Record<Badge, "badgeWaiting" | "badgeToDecide">> = {
  consultations: "badgeWaiting",
  invitations: "badgeWaiting",
  approvals: "badgeToDecide",
};

/** The links of a role's places, for the rail and for the phone's bar. */
export function PlaceLinks({
  role,
  counts,
  isLawyer,
  className,
}: {
  role: Role;
  counts?: Counts;
  isLawyer?: boolean;
  className?: string;
}) {
  const t = useTranslations("frame");
  const places = placesOf[role].filter((place) => isLawyer || !place.isForLawyers);
  return places.map((place) => {
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
  });
}
