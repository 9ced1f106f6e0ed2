"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { keptTextDone } from "@/app/_trpc/kept-text-done";
import { Button } from "../actions/button";
import { type Kept, keptIn, readKept, stillEmpty, stillTyped, storeKept, typeInto } from "./kept-lines";

const pauseMs = 1_000;

/**
 * First in what a dialog or a form holds. Keeps the single lines typed there in this tab, and offers them when it is opened
 * again: after the browser's way back, a reload, a press beside a dialog or a sign-in that ended. As with long texts
 * (`KeptText`) they are offered and never filled in, since the fields may be about somebody else now, and an act that succeeds
 * empties what was kept.
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
          setOffered(0);
          void putBack(stillEmpty(here.current?.parentElement ?? null, kept.current));
        }}
      >
        {t("take")}
      </Button>
    </p>
  );
}

/** One after the other, each once the form has taken the one before. */
async function putBack(lines: ReturnType<typeof stillEmpty>): Promise<void> {
  for (const { field, value } of lines) {
    typeInto(field, value);
    await new Promise((taken) => setTimeout(taken));
  }
}

/** The page and the title of the dialog or form: what is kept is never offered in another one. */
function keyOf(inside: HTMLElement): string {
  const around = inside.closest("[role='dialog'], form, section") ?? inside;
  const title =
    document.getElementById(around.getAttribute("aria-labelledby") ?? "") ?? around.querySelector("h1, h2, h3");
  const { pathname, search } = window.location;
  return `lines ${pathname}${search} ${title?.textContent ?? ""}`;
}
