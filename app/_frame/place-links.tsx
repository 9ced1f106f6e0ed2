import { useTranslations } from "next-intl";
import type { Role } from "@/db/vocabulary";
import { PlaceLink } from "./place-link";
import { type Badge, placesOf } from "./places";

/** What is overdue for this person, by place. */
export type Counts = Partial<Record<Badge, number>>;

/** The links of a role's places, for the rail and for the phone's bar. */
export function PlaceLinks({ role, counts, className }: { role: Role; counts?: Counts; className?: string }) {
  const t = useTranslations("frame");
  return placesOf[role].map((place) => {
    const badge = place.badge ? counts?.[place.badge] : undefined;
    const Icon = place.icon;
    return (
      <PlaceLink
        key={place.href}
        href={place.href}
        icon={<Icon aria-hidden />}
        label={t(`places.${place.key}`)}
        badge={badge}
        badgeName={badge ? t("badge", { count: badge }) : undefined}
        className={className}
      />
    );
  });
}
