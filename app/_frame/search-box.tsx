"use client";
import { IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef } from "react";
import { Kbd } from "@/app/_ui/actions/kbd";
import { isCovered } from "@/app/_ui/actions/page-key";
import styles from "./search-box.module.css";
import { keepSearch } from "./stored-search";

/** One field for people, phones, addresses and case numbers; Ctrl K focuses it on any page. */
export function SearchBox({ query }: { query?: string }) {
  const t = useTranslations("frame");
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (isCovered()) return;
      field.current?.select();
      field.current?.focus();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  /** A searched name or phone must never be part of an address. */
  function search(event: FormEvent) {
    event.preventDefault();
    const words = field.current?.value.trim() ?? "";
    router.push(words ? `/disputes?found=${keepSearch(words)}` : "/disputes");
  }

  return (
    <form method="dialog" onSubmit={search} role="search" className={styles.find}>
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
