"use client";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { ButtonLink } from "@/app/_ui/actions/button";

/** The one filled button of the page's next step; ↵ presses it while nothing else has the focus. */
export function NextStepLink({ href, children }: { href: string; children: ReactNode }) {
  const router = useRouter();
  // The page of the step itself already has a filled button for it.
  const isHere = usePathname() === href;

  useEffect(() => {
    function press(event: KeyboardEvent) {
      const isFree =
        document.activeElement === document.body || document.activeElement === document.getElementById("content");
      if (isHere || event.key !== "Enter" || event.isComposing || !isFree) return;
      event.preventDefault();
      router.push(href);
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [router, href, isHere]);

  if (isHere) return null;
  // The triage form below has the filled button itself.

  return (
    <ButtonLink
      small
      variant={href.endsWith("#triage") ? "outline" : "go"}
      href={href}
      kbd="↵"
      aria-keyshortcuts="Enter"
    >
      {children}
    </ButtonLink>
  );
}
