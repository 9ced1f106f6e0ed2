"use client";
import { useEffect } from "react";
import { useAttendance } from "../attendance/use-attendance";
import { useFiles } from "../files/use-files";
import { canEncrypt } from "../outbox/encryption";
import { useHasPrivateWords } from "../outbox/use-connection";

/**
 * Asks before leaving while something would be lost with the page: private words that cannot be encrypted, an edited
 * record, unsent files and ticks, a running recording. Draws nothing.
 */
export function AskBeforeLeaving({ isRecordOnlyHere }: { isRecordOnlyHere: boolean }) {
  const hasPrivateWords = useHasPrivateWords();
  const { uploads, recorder } = useFiles();
  const { ticked } = useAttendance();
  const isOnlyHere =
    (hasPrivateWords && !canEncrypt()) ||
    isRecordOnlyHere ||
    uploads.uploads.length > 0 ||
    Object.keys(ticked).length > 0 ||
    recorder.recording !== null;
  useEffect(() => {
    if (!isOnlyHere) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isOnlyHere]);
  return null;
}
