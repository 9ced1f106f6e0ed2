"use client";
import { usePathname } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import { Link } from "@/app/_ui/actions/link";

interface PlaceLinkProps {
  href: string;
  icon: ReactNode;
  label: string;
  /** A count shown on the icon; `badgeName` says what it counts. */
  badge?: number;
  badgeName?: string;
  className?: string;
}

/** Addresses outside the place's own that belong to it too. */
const besides: Readonly<Record<string, readonly string[]>> = { "/calendar": ["/town-halls"] };

/** The frame stays when a link is followed, and so would the open list of a phone's bar. */
const closeList = ({ currentTarget }: MouseEvent<HTMLElement>) =>
  currentTarget.closest<HTMLElement>(":popover-open")?.hidePopover();

/** One place of the rail or the bottom bar; marked when the current page belongs to it. */
export function PlaceLink({ href, icon, label, badge, badgeName, className }: PlaceLinkProps) {
  const path = usePathname();
  const isHere = path === href || path.startsWith(`${href}/`) || (besides[href]?.includes(path) ?? false);
  return (
    <Link href={href} className={className} aria-current={isHere ? "page" : undefined} onClick={closeList}>
      {icon}
      <span>{label}</span>
      {badge ? (
        <em>
          <span aria-hidden="true">{badge > 99 ? "99+" : badge}</span>
          <span className="sr-only">{badgeName}</span>
        </em>
      ) : null}
    </Link>
  );
}
