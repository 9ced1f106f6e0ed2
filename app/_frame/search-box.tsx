"use client";
import { IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Kbd } from "@/app/_ui/kbd";
import styles from "./search-box.module.css";

/** One box for people, phones, addresses and case numbers; Ctrl K from anywhere. */
export function SearchBox({ query }: { query?: string }) {
  const t = useTranslations("frame");
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      field.current?.select();
      field.current?.focus();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  return (
    <form action="/disputes" method="get" role="search" className={styles.find}>
      <IconSearch aria-hidden />
      <input
        ref={field}
        type="search"
        name="q"
        defaultValue={query}
        placeholder={t("search")}
        aria-label={t("searchLabel")}
        aria-keyshortcuts="Control+K"
        autoComplete="off"
      />
      <Kbd>Ctrl K</Kbd>
    </form>
  );
}
