"use client";
import { type DragEvent, useState } from "react";

/** Files that are dropped on an element: what to spread on it, and whether some are held over it. */
export function useDropped(onFiles: (files: FileList) => void) {
  const [isOver, setOver] = useState(false);
  const dropping = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => event.currentTarget.contains(event.relatedTarget as Node) || setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      onFiles(event.dataTransfer.files);
    },
  };
  return { isOver, dropping };
}
