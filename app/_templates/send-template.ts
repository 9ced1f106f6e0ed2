import type { ShownProblem } from "@/app/_trpc/use-act";

interface Sent {
  /** Sending the same key again adds the same template. */
  key: string;
  kind: string;
  validFrom: string;
  file: File;
}

const problem = (code: string, params = {}): ShownProblem => ({ code, params, fields: [], reference: "" });

/** Sends a Word template; null on success, else the reason. Never rejects. */
export async function sendTemplate({ key, kind, validFrom, file }: Sent): Promise<ShownProblem | null> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ key, kind, validFrom })) form.set(name, value);
  form.set("file", file, file.name);
  const answer = await fetch("/api/paper-templates", { method: "POST", body: form }).catch(() => null);
  if (!answer) return problem("unreachable");
  if (answer.ok) return null;
  const said = (await answer.json().catch(() => null)) as {
    problem?: Pick<ShownProblem, "code" | "params">;
    requestId?: string;
  } | null;
  return { ...problem(said?.problem?.code ?? "unexpected", said?.problem?.params), reference: said?.requestId ?? "" };
}
