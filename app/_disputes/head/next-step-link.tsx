"use client";
import { usePathname, useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, useEffect } from "react";
import { ButtonLink } from "@/app/_ui/actions/button";
import { isPageKey } from "@/app/_ui/actions/page-key";

/**
 * The button of the page's next step; ↵ presses it while nothing else has the focus. On the page of the step itself it
 * leads to what does it there, which may be far below.
 */
export function NextStepLink({ href, children }: { href: string; children: ReactNode }) {
  const router = useRouter();
  const [page, part] = href.split("#");
  const isHere = usePathname() === page;

  useEffect(() => {
    function press(event: KeyboardEvent) {
      const isFree =
        document.activeElement === document.body || document.activeElement === document.getElementById("content");
      if (isHere || event.key !== "Enter" || !isFree || !isPageKey(event)) return;
      event.preventDefault();
      router.push(href);
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [router, href, isHere]);

  if (isHere)
    return (
      // The triage form below has the filled button itself.
      <ButtonLink small href={href} onClick={(event) => goToAct(event, part)}>
        {children}
      </ButtonLink>
    );
  return (
    <ButtonLink small variant="go" href={href} kbd="↵" aria-keyshortcuts="Enter">
      {children}
    </ButtonLink>
  );
}

/**
 * Brings the filled button of the page, or of this part of it, into view with the focus; while it waits for an answer, the
 * first field of its form.
 */
function goToAct(event: MouseEvent<HTMLAnchorElement>, part: string | undefined) {
  const named = part ? document.getElementById(part) : null;
  const place = named?.closest("section") ?? named ?? document.querySelector("main");
  const act = place?.querySelector<HTMLButtonElement>("button[data-go]");
  if (!act) return;
  event.preventDefault();
  const fields = act.closest("form, section")?.querySelectorAll<HTMLElement>(fieldsOpen);
  const target = act.disabled ? (fields?.[0] ?? act) : act;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

const fieldsOpen = "input:enabled, textarea:enabled, select:enabled";
