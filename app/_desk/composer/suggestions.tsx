"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { SideStamp } from "@/app/_lanes/side-stamp";
import styles from "./composer.module.css";

export interface Suggestion {
  key: string;
  word: string;
  /** Side of a party, counted from 1. */
  side: number | null;
}

interface SuggestionsProps {
  /** The list's id is `id`-list, its options' `id`-0, `id`-1 …: the field refers to them. */
  id: string;
  label: string;
  suggestions: readonly Suggestion[];
  chosen: number;
  onPick: (one: Suggestion) => void;
}

/** The list above the input while @ or # is being typed. The focus stays in the field. */
export function Suggestions({ id, label, suggestions, chosen, onPick }: SuggestionsProps) {
  const t = useTranslations("desk.composer");
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className={styles.list}>
        {suggestions.map((one, index) => (
          <div
            key={one.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={styles.option}
            // Pointer down comes before the field loses the focus.
            onPointerDown={(event) => {
              event.preventDefault();
              onPick(one);
            }}
          >
            {one.side !== null ? <SideStamp index={one.side - 1} small /> : null}
            {one.word}
          </div>
        ))}
      </div>
      <span className="sr-only" role="status">
        {t("fits", { count: suggestions.length })}
      </span>
    </>
  );
}
