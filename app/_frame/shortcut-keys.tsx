"use client";
import { useEffect, useState } from "react";
import { withLaterWords } from "@/app/_i18n/later-words";
import { isPageKey } from "@/app/_ui/actions/page-key";
import { showKeys } from "@/app/_ui/actions/single-keys";
import { useFirstUse } from "@/app/_ui/actions/use-first-use";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";

/** ? lists the keys of the office, from anywhere but a field. */
export function ShortcutKeys() {
  const [isOpen, setOpen] = useState(false);
  const { part: KeyList, hasFailed, use } = useFirstUse(loadList);
  useEffect(() => {
    function show() {
      use();
      setOpen(true);
    }
    function press(event: KeyboardEvent) {
      if (event.key !== "?" || !isPageKey(event)) return;
      event.preventDefault();
      show();
    }
    document.addEventListener("keydown", press);
    document.addEventListener(showKeys, show);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener(showKeys, show);
    };
  }, [use]);
  if (!isOpen) return null;
  if (hasFailed) return <LaterFailed />;
  return KeyList ? <KeyList onClose={() => setOpen(false)} /> : null;
}

const loadList = withLaterWords("_frame/key-list", () => import("./key-list").then((it) => it.KeyList));
