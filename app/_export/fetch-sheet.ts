import type { ShownProblem } from "@/app/_trpc/use-act";

/** Which sheet a page offers. */
export type SheetKey = "disputes" | "overview" | "county" | "subsidies";

export interface FetchedSheet {
  name: string;
  bytes: Blob;
  /** Lines of a list; null of figures. */
  lines: number | null;
  /** Whether the list goes on behind them. */
  isCut: boolean;
}

/** Asks for a sheet; the answer is the file or a problem ready for `problems.<code>`. Never rejects. */
export async function fetchSheet(sheet: SheetKey, input: unknown): Promise<FetchedSheet | ShownProblem> {
  try {
    const answer = await fetch(`/api/sheets/${sheet}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
    });
    if (!answer.ok) return problemIn(await answer.text());
    const { headers } = answer;
    const lines = headers.get("x-sheet-lines");
    return {
      name: nameIn(headers.get("content-disposition") ?? ""),
      bytes: await answer.blob(),
      lines: lines === null ? null : Number(lines),
      isCut: headers.get("x-sheet-cut") === "yes",
    };
  } catch {
    return { code: "unreachable", params: {}, fields: [], reference: "" };
  }
}

/** Gives a file to the browser to keep. */
export function keepFile({ name, bytes }: FetchedSheet): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Browsers begin to save before they return from the press; a minute is for those that ask where to.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const nameIn = (disposition: string): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? "sheet.xlsx");

function problemIn(body: string): ShownProblem {
  const unexpected = { code: "unexpected", params: {}, fields: [], reference: "" };
  try {
    const { problem, requestId } = JSON.parse(body) as {
      problem?: Pick<ShownProblem, "code" | "params">;
      requestId?: string;
    };
    return problem ? { ...unexpected, ...problem, reference: requestId ?? "" } : unexpected;
  } catch {
    return unexpected;
  }
}
