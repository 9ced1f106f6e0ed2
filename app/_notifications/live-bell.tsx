"use client";
import { useState } from "react";
import { BellLink } from "@/app/_frame/bell-link";
import { useLater } from "@/app/_ui/actions/use-later";

const loadCount = () => import("./unread-count").then(({ UnreadCount }) => UnreadCount);

/** The bell, kept up to date by what comes after the page. */
export function LiveBell({ href, initial }: { href: string; initial: number }) {
  const [unread, setUnread] = useState(initial);
  const { part: UnreadCount } = useLater(loadCount, false);
  return (
    <>
      <BellLink href={href} unread={unread} />
      {UnreadCount ? <UnreadCount initial={initial} onCount={setUnread} /> : null}
    </>
  );
}
