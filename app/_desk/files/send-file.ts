import type { FileKind, Lane } from "@/db/vocabulary";

export interface Failure {
  code: string;
  params: Record<string, string | number>;
}

interface Sent {
  /** Sending the same key again gives the same file. */
  key: string;
  disputeId: string;
  sessionId: string;
  file: File;
  kind: FileKind;
  lane: Lane;
  side: number | null;
}

const unreachable: Failure = { code: "unreachable", params: {} };

/** The connection failed: no answer about the file itself, so it can be sent again. */
export const isUnreached = ({ code }: Failure): boolean => code === unreachable.code;

/** Sends one file to the server; returns null on success, else the reason. Never rejects. */
export function sendFile(sent: Sent, onPercent: (percent: number) => void): Promise<Failure | null> {
  const { file, key, disputeId, sessionId, lane, side, kind } = sent;
  const form = new FormData();
  form.set("key", key);
  form.set("disputeId", disputeId);
  form.set("sessionId", sessionId);
  form.set("lane", lane);
  if (side !== null) form.set("side", String(side));
  form.set("kind", kind);
  form.set("file", file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/files");
    request.upload.addEventListener("progress", ({ loaded, total }) => onPercent(Math.floor((loaded / total) * 100)));
    request.addEventListener("load", () => resolve(request.status < 300 ? null : failureIn(request.responseText)));
    request.addEventListener("error", () => resolve(unreachable));
    request.addEventListener("abort", () => resolve(unreachable));
    request.send(form);
  });
}

function failureIn(body: string): Failure {
  try {
    const { problem } = JSON.parse(body) as { problem?: Failure };
    return problem?.code ? { code: problem.code, params: problem.params ?? {} } : { code: "unexpected", params: {} };
  } catch {
    return { code: "unexpected", params: {} };
  }
}
