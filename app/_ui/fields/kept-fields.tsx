"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { keptTextDone } from "@/app/_trpc/kept-text-done";
import { Button } from "../actions/button";
import { type Kept, keptIn, readKept, stillEmpty, stillTyped, storeKept, typeInto } from "./kept-lines";

const pauseMs = 1_000;

/**
 * First in what a dialog holds. Keeps the single lines typed there in this tab, and offers them when the same dialog is opened again: after the
 * browser's way back, a reload, a press beside it or a sign-in that ended. As with long texts (`KeptText`) they are offered and
 * never filled in, since the dialog may be about somebody else now, and an act that succeeds empties what was kept.
 */
export function KeptFields() {
  const t = useTranslations("ui.keptFields");
  const [offered, setOffered] = useState(0);
  const kept = useRef<Kept>({});
  const here = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const inside = here.current?.parentElement;
    if (!inside) return;
    const key = keyOf(inside);
    kept.current = readKept(key);
    // A choice may have brought fields, and a typed one is not offered any more.
    const look = () => requestAnimationFrame(() => setOffered(stillEmpty(inside, kept.current).length));
    look();
    const changed = ({ target }: Event) => {
      const line = target instanceof HTMLInputElement ? keptIn(inside, target) : null;
      if (line) {
        kept.current = { ...kept.current, [line.name]: line.value };
        storeKept(key, kept.current);
      }
      look();
    };
    const done = () => {
      storeKept(key, {});
      // A line that stands there with its words belongs to another act.
      setTimeout(() => {
        kept.current = inside.isConnected ? stillTyped(inside, kept.current) : {};
        if (inside.isConnected) storeKept(key, kept.current);
      }, pauseMs);
    };
    inside.addEventListener("input", changed);
    inside.addEventListener("change", look);
    inside.addEventListener("click", look);
    window.addEventListener(keptTextDone, done);
    return () => {
      inside.removeEventListener("input", changed);
      inside.removeEventListener("change", look);
      inside.removeEventListener("click", look);
      window.removeEventListener(keptTextDone, done);
    };
  }, []);
  return (
    <p role="status" ref={here} hidden={offered === 0}>
      {t("found", { count: offered })}{" "}
      <Button
        small
        variant="text"
        onClick={() => {
          for (const { field, value } of stillEmpty(here.current?.parentElement ?? null, kept.current)) typeInto(field, value);
          setOffered(0);
        }}
      >
        {t("take")}
      </Button>
    </p>
  );
}

/** The page and the question of the dialog: what is kept is never offered in another one. */
const keyOf = (inside: HTMLElement): string => {
  const dialog = inside.closest("[role='dialog']");
  const title = document.getElementById(dialog?.getAttribute("aria-labelledby") ?? "")?.textContent ?? "";
  return `lines ${window.location.pathname} ${title}`;
};
