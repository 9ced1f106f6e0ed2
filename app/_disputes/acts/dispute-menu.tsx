"use client";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { withLaterWords } from "@/app/_i18n/later-words";
import { useFirstUse } from "@/app/_ui/actions/use-first-use";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import { MoreMenu } from "@/app/_ui/menus/more-menu";
import { type DisputeMenuProps, type Entry, menu } from "./menu-entry";

/**
 * ⋯ of a dispute: rare acts that concern the whole dispute. Not drawn where none is allowed. An address may name the one that
 * opens with it: `?do=dispute.merge`.
 */
export function DisputeMenu({ dispute }: DisputeMenuProps) {
  const t = useTranslations("disputes");
  const [open, setOpen] = useState<Entry | null>(null);
  const { part: Dialogs, hasFailed, use } = useFirstUse(loadDialogs);
  const { allowed } = dispute;
  const entries = menu.filter((entry) => allowed.includes(entry));
  const wanted = useSearchParams().get("do");
  const asked = entries.find((entry) => entry === wanted) ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `use` is another function with every drawing
  useEffect(() => {
    if (!asked) return;
    use();
    setOpen(asked);
  }, [asked]);
  function close() {
    setOpen(null);
    if (wanted) forgetWanted();
  }
  if (entries.length === 0) return null;
  return (
    <>
      <MoreMenu
        items={entries.map((entry) => ({
          label: t(`menu.${entry}`),
          tone: entry === "proceeding.end" ? ("stop" as const) : undefined,
          onPress: () => {
            use();
            setOpen(entry);
          },
        }))}
      />
      {open && Dialogs ? <Dialogs dispute={dispute} open={open} close={close} /> : null}
      {hasFailed ? <LaterFailed /> : null}
    </>
  );
}

/** The address names no dialog any more, so that a link to the same one opens it again. */
function forgetWanted() {
  const url = new URL(window.location.href);
  url.searchParams.delete("do");
  window.history.replaceState(null, "", url);
}

const loadDialogs = withLaterWords("_disputes/acts/menu-dialogs", () =>
  import("./menu-dialogs").then(({ MenuDialogs }) => MenuDialogs),
);
