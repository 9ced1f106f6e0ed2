"use client";
import { useCallback, useEffect, useMemo } from "react";
import { useUploads } from "@/app/_files/use-uploads";
import { concern } from "../concern";
import type { ServerState } from "../use-desk-state";
import { useRecorder } from "./use-recorder";

/** Files being uploaded, and the microphone. */
export interface DeskFiles {
  uploads: ReturnType<typeof useUploads>;
  recorder: ReturnType<typeof useRecorder>;
}

export const [FilesContext, useFiles] = concern<DeskFiles>("files");

export function useDeskFiles({ where, look, state }: ServerState): DeskFiles {
  const seeFiles = useCallback(() => void look(), [look]);
  const uploads = useUploads({ ...where, onDone: seeFiles });
  const recorder = useRecorder((file, place) => uploads.add(file, "audio", place));

  // The session is over, so recording stops; what was recorded until now is kept.
  const { recording, stop } = recorder;
  const isOver = state.session.status !== "booked";
  useEffect(() => {
    if (isOver && recording) stop(true);
  }, [isOver, recording, stop]);
  return useMemo(() => ({ uploads, recorder }), [uploads, recorder]);
}
