"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Lane } from "@/db/vocabulary";
import { toWallClock } from "../../_ui/format/shanghai";

interface Place {
  lane: Lane;
  side: number | null;
}
export interface Recording extends Place {
  since: number;
}

/** Formats a browser may record, best first. */
const kinds = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];

/** At this size a file is closed and the next one started; the server accepts 20 MB. */
const mostBytes = 16 * 1024 * 1024;

/** Records the room into the lane that was chosen at the start, even if another is chosen later. */
export function useRecorder(onDone: (file: File, place: Place) => void) {
  const [recording, setRecording] = useState<Recording | null>(null);
  const [problem, setProblem] = useState<"denied" | "none" | null>(null);
  const recorder = useRef<MediaRecorder | null>(null);
  const isKept = useRef(true);
  const done = useRef(onDone);
  done.current = onDone;
  /** While the browser asks for the microphone, a second press must not open another stream that nobody could stop. */
  const isAsking = useRef(false);
  const isGone = useRef(false);
  /** Stopped by the user, not because a file was full. */
  const isEnded = useRef(false);

  const start = useCallback(async (place: Place) => {
    if (isAsking.current || recorder.current) return;
    setProblem(null);
    if (!navigator.mediaDevices || typeof MediaRecorder === "undefined") return setProblem("none");
    isAsking.current = true;
    const opened = await microphone();
    isAsking.current = false;
    if (typeof opened === "string") return setProblem(opened);
    const stream = opened;
    // The page was left while the browser asked: the microphone is switched off again.
    if (isGone.current) {
      for (const track of stream.getTracks()) track.stop();
      return;
    }
    const mimeType = kinds.find((kind) => MediaRecorder.isTypeSupported(kind));
    isKept.current = true;
    isEnded.current = false;
    const begun = Date.now();
    setRecording({ ...place, since: begun });
    record(begun);

    /** One file of the recording; a long session continues in another one before the first gets too large. */
    function record(since: number) {
      // Enough for speech, and an hour stays below the limit of a file.
      const made = new MediaRecorder(stream, { ...(mimeType ? { mimeType } : {}), audioBitsPerSecond: 32_000 });
      const parts: Blob[] = [];
      let bytes = 0;
      let isFull = false;
      made.addEventListener("dataavailable", ({ data }) => {
        if (data.size > 0) parts.push(data);
        bytes += data.size;
        if (isFull || bytes < mostBytes || made.state !== "recording") return;
        isFull = true;
        made.stop();
      });
      made.addEventListener("stop", () => {
        if (isFull && isKept.current && !isEnded.current) record(Date.now());
        else {
          for (const track of stream.getTracks()) track.stop();
          recorder.current = null;
          setRecording(null);
        }
        if (isKept.current && parts.length > 0) done.current(fileOf(parts, made.mimeType || mimeType, since), place);
      });
      recorder.current = made;
      made.start(1_000);
    }
  }, []);
  const stop = useCallback((keep: boolean) => {
    isKept.current = keep;
    isEnded.current = true;
    if (recorder.current?.state === "recording") recorder.current.stop();
  }, []);
  // Leaving the page switches the microphone off.
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      isKept.current = false;
      if (recorder.current?.state === "recording") recorder.current.stop();
    };
  }, []);
  return useMemo(() => ({ recording, problem, start, stop }), [recording, problem, start, stop]);
}

/** The open microphone, or why it could not be opened. */
async function microphone(): Promise<MediaStream | "none" | "denied"> {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (error) {
    return error instanceof DOMException && error.name === "NotFoundError" ? "none" : "denied";
  }
}

function fileOf(parts: Blob[], recorded: string | undefined, since: number): File {
  const type = (recorded || "audio/webm").split(";")[0] ?? "audio/webm";
  const seconds = String(new Date(since).getUTCSeconds()).padStart(2, "0");
  const hour = `${toWallClock(new Date(since)).slice(11).replace(":", "")}${seconds}`;
  return new File(parts, `${hour}.${type === "audio/mp4" ? "m4a" : type.split("/")[1]}`, { type });
}
