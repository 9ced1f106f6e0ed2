"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { v7 } from "uuid";

export interface ScanPage {
  key: string;
  file: File;
  /** Its address in this page alone. */
  shown: string;
  /** Turned clockwise by so many quarters, 0–3. */
  quarters: number;
}

/** The pages of a scan while it is put together; what was chosen stays on this machine. */
export function useScanPages() {
  const [pages, setPages] = useState<readonly ScanPage[]>([]);
  const shown = useRef(new Set<string>());
  useEffect(() => {
    const all = shown.current;
    return () => {
      for (const address of all) URL.revokeObjectURL(address);
      all.clear();
    };
  }, []);
  const add = useCallback((files: Iterable<File> | null) => {
    const added = [...(files ?? [])]
      .filter(({ type }) => type.startsWith("image/"))
      .map((file) => ({ key: v7(), file, shown: URL.createObjectURL(file), quarters: 0 }));
    for (const page of added) shown.current.add(page.shown);
    setPages((all) => [...all, ...added]);
  }, []);
  const move = useCallback((at: number, by: -1 | 1) => {
    setPages((all) => {
      const moved = [...all];
      const [page] = moved.splice(at, 1);
      if (page) moved.splice(at + by, 0, page);
      return moved;
    });
  }, []);
  const turn = useCallback((key: string) => {
    setPages((all) => all.map((page) => (page.key === key ? { ...page, quarters: (page.quarters + 1) % 4 } : page)));
  }, []);
  const drop = useCallback((key: string) => setPages((all) => all.filter((page) => page.key !== key)), []);
  return useMemo(() => ({ pages, add, move, turn, drop }), [pages, add, move, turn, drop]);
}

export type ScanPages = ReturnType<typeof useScanPages>;
