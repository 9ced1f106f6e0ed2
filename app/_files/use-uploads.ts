"use client";
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { v7 } from "uuid";
import { pauseAfter } from "@/app/_trpc/pause-after";
import { AskAgainContext } from "@/app/_trpc/signed-out";
import type { FileKind, Lane, PaperKind } from "@/db/vocabulary";
import { type Failure, giveUp, isUnreached, sendFile } from "./send-file";
import { twoAtOnce } from "./two-at-once";

/** A photo, recording or paper being uploaded; kept in this page until the server has it or the user discards it. */
export interface Upload {
  key: string;
  file: File;
  kind: FileKind;
  lane: Lane;
  side: number | null;
  /** The official paper of which it is the signed one. */
  paperKind: PaperKind | null;
  /** 0–100 */
  percent: number;
  failure: Failure | null;
  /** Where it goes on after a break. */
  at: { url: string | null };
}

type Place = Pick<Upload, "lane" | "side"> & Partial<Pick<Upload, "paperKind">>;

const newUpload = (file: File, kind: FileKind, { lane, side, paperKind = null }: Place): Upload => ({
  ...{ key: v7(), file, kind, lane, side, paperKind },
  ...{ percent: 0, failure: null, at: { url: null } },
});

interface UploadOptions {
  disputeId: string;
  /** Null for papers of the dispute. */
  sessionId: string | null;
  /** The task of a coordination that they prove. */
  assignmentId?: string;
  /** The entry of the ledger that they prove. */
  performanceId?: string;
  onDone: () => void;
}

/**
 * Parallel uploads. One that failed by the connection goes on by itself where it broke off; a refused one waits for the user.
 */
export function useUploads({ disputeId, sessionId, assignmentId, performanceId, onDone }: UploadOptions) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const change = useCallback(
    (key: string, what: Partial<Upload>) =>
      setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...what } : one))),
    [],
  );
  const asking = useContext(AskAgainContext);
  const going = useRef(new Set<string>());
  const isGone = useRef(false);
  const [inTurn] = useState(twoAtOnce);
  /** Uploads that wait for the connection: the number of failures, and the timer of the next try. */
  const resting = useRef(new Map<string, { failures: number; timer: ReturnType<typeof setTimeout>; go: () => void }>());
  const drop = useCallback((key: string) => {
    clearTimeout(resting.current.get(key)?.timer);
    resting.current.delete(key);
    setUploads((all) => all.filter((one) => one.key !== key));
  }, []);
  const discard = useCallback(
    (upload: Upload) => {
      drop(upload.key);
      // What was refused for good is gone already; anything else is forgotten after a day.
      if (upload.failure && isUnreached(upload.failure)) void giveUp(upload.at);
    },
    [drop],
  );
  const go = useCallback(
    async (upload: Upload) => {
      const { key } = upload;
      if (going.current.has(key)) return;
      going.current.add(key);
      clearTimeout(resting.current.get(key)?.timer);
      change(key, { failure: null });
      const sent = { disputeId, sessionId, assignmentId, performanceId, ...upload };
      const send = () => inTurn(() => sendFile(sent, (percent) => change(key, { percent })));
      let failure = await send();
      if (failure?.code === "signedOut" && (await asking.current?.())) failure = await send();
      going.current.delete(key);
      if (!failure) {
        drop(key);
        return onDone();
      }
      change(key, { failure });
      if (!isUnreached(failure)) return void resting.current.delete(key);
      // The page was left: nobody is there to wait for the line.
      if (isGone.current) return;
      const failures = (resting.current.get(key)?.failures ?? 0) + 1;
      const again = () => void go(upload);
      resting.current.set(key, { failures, timer: setTimeout(again, pauseAfter(failures)), go: again });
    },
    [disputeId, sessionId, assignmentId, performanceId, change, drop, onDone, asking, inTurn],
  );
  useEffect(() => {
    const all = resting.current;
    isGone.current = false;
    const retry = () => {
      for (const one of [...all.values()]) one.go();
    };
    window.addEventListener("online", retry);
    return () => {
      window.removeEventListener("online", retry);
      isGone.current = true;
      for (const { timer } of all.values()) clearTimeout(timer);
    };
  }, []);
  const add = useCallback(
    (file: File, kind: FileKind, at: Place) => {
      const upload = newUpload(file, kind, at);
      setUploads((all) => [...all, upload]);
      void go(upload);
    },
    [go],
  );
  return useMemo(() => ({ uploads, add, again: go, discard }), [uploads, add, go, discard]);
}

export type Uploads = ReturnType<typeof useUploads>;
