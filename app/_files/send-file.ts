import type { DetailedError } from "tus-js-client";
import type { Lane, PaperKind } from "@/db/vocabulary";

export interface Failure {
  code: string;
  params: Record<string, string | number>;
}

interface Sent {
  /** Sending the same key again gives the same file. */
  key: string;
  disputeId: string;
  /** Null for a paper of the dispute. */
  sessionId: string | null;
  /** The task that it proves. */
  assignmentId: string | undefined;
  /** The entry of the ledger that it proves. */
  performanceId: string | undefined;
  file: File;
  lane: Lane;
  side: number | null;
  paperKind: PaperKind | null;
  /** Where its pieces go, once the server said so: an upload that broke off goes on there. */
  at: { url: string | null };
}

const unreachable: Failure = { code: "unreachable", params: {} };
/** A piece in one go: it fits through every proxy, and a slow line carries it within a minute. */
const pieceBytes = 1024 * 1024;
/** A line on which nothing goes on for so long is given up, and taken up again. */
const stalledMs = 30_000;
/** After the last byte the server looks at the file, which may take long. */
const lookedAtMs = 180_000;

/** The connection failed: no answer about the file itself, so it can be sent again. */
export const isUnreached = ({ code }: Failure): boolean => code === unreachable.code;

/**
 * Sends one file to the server in pieces, going on where it broke off; gives null on success, else the reason. Never rejects.
 * What speaks the protocol is fetched with the first file.
 */
export async function sendFile(sent: Sent, onPercent: (percent: number) => void): Promise<Failure | null> {
  const client = await import("tus-js-client").catch(() => null);
  if (!client) return unreachable;
  const wasBegun = sent.at.url !== null;
  const failure = await sendPieces(client, sent, onPercent);
  if (failure?.code !== "notFound" || !wasBegun) return failure;
  // The server has given it up meanwhile; it is sent from its beginning.
  sent.at.url = null;
  return sendPieces(client, sent, onPercent);
}

/** Lets the server forget what came of an upload; if that fails, it does by itself after a day. */
export async function giveUp({ url }: Sent["at"]): Promise<void> {
  if (url) await fetch(url, { method: "DELETE", headers: { "tus-resumable": "1.0.0" } }).catch(() => undefined);
}

function sendPieces(
  { Upload }: typeof import("tus-js-client"),
  { file, at, key, disputeId, sessionId, assignmentId, performanceId, lane, side, paperKind }: Sent,
  onPercent: (percent: number) => void,
): Promise<Failure | null> {
  const where = { disputeId, sessionId: sessionId ?? "", assignmentId: assignmentId ?? "" };
  const fields = {
    key,
    ...where,
    performanceId: performanceId ?? "",
    lane,
    side: side === null ? "" : String(side),
    paperKind: paperKind ?? "",
  };
  return new Promise((resolve) => {
    let stalled: ReturnType<typeof setTimeout> | undefined;
    const settle = (failure: Failure | null) => {
      clearTimeout(stalled);
      resolve(failure);
    };
    const watch = (ms: number) => {
      clearTimeout(stalled);
      stalled = setTimeout(() => void upload.abort().then(() => settle(unreachable)), ms);
    };
    const upload = new Upload(file, {
      // Without an address to begin at, an upload that was begun is not begun anew by itself: the reason counts.
      ...(at.url ? { uploadUrl: at.url } : { endpoint: `${location.origin}/api/files/uploads` }),
      metadata: { ...fields, name: file.name },
      chunkSize: pieceBytes,
      retryDelays: null,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => {
        at.url = upload.url;
      },
      onProgress: (bytes, all) => {
        onPercent(Math.floor((bytes / all) * 100));
        watch(bytes < all ? stalledMs : lookedAtMs);
      },
      onSuccess: () => settle(null),
      onError: (error) => settle(failureOf(error)),
    });
    watch(stalledMs);
    upload.start();
  });
}

/** Answers to a question about how far it has come hold no words, only their status. */
const codes: Readonly<Record<number, string>> = { 401: "signedOut", 404: "notFound" };

function failureOf(error: Error | DetailedError): Failure {
  const answer = "originalResponse" in error ? error.originalResponse : null;
  const status = answer?.getStatus() ?? 0;
  // Too slow to be waited for, a server or database that restarts, or another request of this upload that was quicker: it goes on
  // where the server is now.
  if (!answer || status === 0 || status === 408 || status >= 502) return unreachable;
  const failure = failureIn(answer.getBody());
  if (failure?.code === "uploadElsewhere") return unreachable;
  return failure ?? { code: codes[status] ?? "unexpected", params: {} };
}

function failureIn(body: string): Failure | null {
  try {
    const { problem } = JSON.parse(body) as { problem?: Failure };
    return problem?.code ? { code: problem.code, params: problem.params ?? {} } : null;
  } catch {
    return null;
  }
}
