"use client";
import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { followedAddress } from "./followed-link";

/**
 * Opens the pages of all links (`Link`) within the document; before it runs, and without scripts, the browser opens them. The
 * link that was pressed says so until its page is there (`global.css`).
 */
export function FollowLinks() {
  const router = useRouter();
  const [isGoing, begin] = useTransition();

  useEffect(() => {
    if (!isGoing) for (const link of document.querySelectorAll("a[aria-busy]")) link.ariaBusy = null;
  }, [isGoing]);

  useEffect(() => {
    function follow(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-page]") : null;
      if (!link) return;
      const address = followedAddress(event, link, location.href);
      if (address === null) return;
      event.preventDefault();
      link.ariaBusy = "true";
      begin(() => router.push(address, { scroll: link.dataset.page !== "stay" }));
    }
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);

  return null;
}
