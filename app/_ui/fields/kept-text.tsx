"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { keptTextDone } from "@/app/_trpc/kept-text-done";
import { Button } from "../actions/button";
import styles from "./field.module.css";
import { typeInto } from "./kept-lines";

const pauseMs = 1_000;
const leastKept = 10;

interface KeptTextProps {
  area: RefObject<HTMLTextAreaElement | null>;
  /** The words of the field; with the page they name what is kept. */
  label: string;
}

const read = (key: string) => sessionStorage.getItem(key) ?? "";

/**
 * Keeps what is typed into a long field of any form in this tab, and offers it when the field is empty again: after a reload, a
 * closed dialog or a sign-in that ended. It is offered, never filled in, since the same field may belong to somebody else now. An
 * act that succeeds with the field empties what was kept. Its words are not shown before: others may look on.
 */
export function KeptText({ area, label }: KeptTextProps) {
  const t = useTranslations("ui.keptText");
  const [found, setFound] = useState("");
  useEffect(() => {
    const field = area.current;
    if (!field) return;
    const key = `text ${window.location.pathname} ${label}`;
    if (field.value === "") setFound(read(key));
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isDone = false;
    const store = () => {
      if (field.value.trim().length >= leastKept) sessionStorage.setItem(key, field.value);
      else sessionStorage.removeItem(key);
    };
    const keep = () => {
      clearTimeout(timer);
      setFound("");
      isDone = false;
      timer = setTimeout(() => {
        timer = undefined;
        store();
      }, pauseMs);
    };
    // The document is left within that second, as by the browser's way back: nothing is drawn any more, so it is stored here.
    const leave = () => {
      if (timer !== undefined) store();
    };
    const done = () => {
      isDone = true;
      clearTimeout(timer);
      timer = undefined;
      // A field that stands there with its text belongs to another act.
      setTimeout(() => {
        if (!field.isConnected || field.value === "") sessionStorage.removeItem(key);
      }, pauseMs);
    };
    field.addEventListener("input", keep);
    window.addEventListener(keptTextDone, done);
    window.addEventListener("pagehide", leave);
    return () => {
      clearTimeout(timer);
      field.removeEventListener("input", keep);
      window.removeEventListener(keptTextDone, done);
      window.removeEventListener("pagehide", leave);
      if (isDone) sessionStorage.removeItem(key);
      else if (field.value.trim().length >= leastKept) sessionStorage.setItem(key, field.value);
    };
  }, [area, label]);
  if (!found) return null;
  return (
    <p className={styles.hint}>
      {t("found", { count: [...found].length })}{" "}
      <Button
        small
        variant="text"
        onClick={() => {
          typeInto(area.current, found);
          setFound("");
        }}
      >
        {t("take")}
      </Button>
    </p>
  );
}
