"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";

/**
 * Opens another page, and says so until it is there: on a slow line an act that has succeeded is still on the screen for
 * seconds, and its button must not do it a second time.
 */
export function useGoTo(): { isGoing: boolean; goTo: (href: string) => void } {
  const router = useRouter();
  const [isGoing, begin] = useTransition();
  return { isGoing, goTo: (href) => begin(() => router.push(href)) };
}
