"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { followedAddress } from "./followed-link";

/** Opens the pages of all links (`Link`) within the document; before it runs, and without scripts, the browser opens them. */
export function FollowLinks() {
  const router = useRouter();

  useEffect(() => {
    function press(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-page]") : null;
      if (!link) return;
      const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
      const pressed = { button, isModified: ctrlKey || metaKey || shiftKey || altKey, isHandled: defaultPrevented };
      const { href, target } = link;
      const address = followedAddress(
        pressed,
        { href, target, isDownload: link.hasAttribute("download") },
        location.href,
      );
      if (address === null) return;
      event.preventDefault();
      router.push(address, { scroll: link.dataset.page !== "stay" });
    }
    document.addEventListener("click", press);
    return () => document.removeEventListener("click", press);
  }, [router]);

  return null;
}
