"use client";
import { useEffect, useRef } from "react";

/** Files that are pasted anywhere on the page. What comes with words, as from a sheet or a document, is words: they stay where they go. */
export function usePasted(onFiles: (files: FileList) => void): void {
  const last = useRef(onFiles);
  last.current = onFiles;
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files;
      if (!files?.length || event.clipboardData?.types.includes("text/plain")) return;
      event.preventDefault();
      last.current(files);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, []);
}
