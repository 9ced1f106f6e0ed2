import { getTranslations } from "next-intl/server";
import { countySheets } from "@/app/_sheets/county-sheet";
import { disputeSheet } from "@/app/_sheets/dispute-sheet";
import type { Made } from "@/app/_sheets/made";
import { overviewSheets } from "@/app/_sheets/overview-sheet";
import { subsidySheets } from "@/app/_sheets/subsidy-sheet";
import { callContext } from "@/app/_trpc/context";
import { toWallClock } from "@/app/_ui/format/shanghai";
import { boundedBody } from "@/app/api/bounded-body";
import { disposition } from "@/app/api/files/file-headers";
import { refusedAnswer } from "@/app/api/refused-answer";
import { isOwnRequest } from "@/app/api/trpc/[trpc]/same-origin";
import { appRouter } from "@/server/api/root";
import { exportListInput } from "@/server/disputes/inputs";
import { currentTime } from "@/server/kernel/clock";
import { invalid, notFound } from "@/server/kernel/problem";
import { reached } from "@/server/kernel/unreachable";
import type { SheetTable } from "@/server/sheets/parts/workbook";
import { writeWorkbook } from "@/server/sheets/write-workbook";
import { callerFactory } from "@/server/trpc/init";

const createCaller = callerFactory(appRouter);
type Caller = ReturnType<typeof createCaller>;
/** What a sheet holds, and of a list how many lines and whether it goes on. */
interface Sheet {
  tables: SheetTable[];
  lines?: number;
  isCut?: boolean;
}

/** Sheets by the last part of the address. Each asks its own procedure, which decides, counts and leaves its entry of the audit. */
const sheets: Record<string, (caller: Caller, asked: unknown, made: Made) => Promise<Sheet>> = {
  disputes: async (caller, asked, made) => {
    const list = await caller.disputes.exportList(asked as never);
    const tables = await disputeSheet(list, exportListInput.parse(asked), made);
    return { tables, lines: list.rows.length, isCut: list.isCut };
  },
  overview: async (caller, asked, made) => ({
    tables: await overviewSheets(await caller.overview.exportOverview(asked as never), made),
  }),
  county: async (caller, asked, made) => ({
    tables: await countySheets(await caller.overview.exportCounty(asked as never), made),
  }),
  subsidies: async (caller, asked, made) => ({
    tables: await subsidySheets(await caller.subsidies.export(asked as never), made),
  }),
};

const mostBytes = 16 * 1024;

/**
 * Makes one sheet as an .xlsx file from what the page shows; what it asks for is in the body, so that no search word is in an
 * address. The file is sent whole, with its length: a download that is cut does not pass for one.
 */
export async function POST(request: Request, { params }: { params: Promise<{ sheet: string }> }): Promise<Response> {
  if (!isOwnRequest(request)) return new Response(null, { status: 403 });
  let requestId = "";
  try {
    const ctx = await reached(callContext(request.headers, currentTime()));
    requestId = ctx.requestId;
    const { sheet } = await params;
    const make = Object.hasOwn(sheets, sheet) ? sheets[sheet] : null;
    if (!make) throw notFound();
    const asked = await bodyOf(request);
    const { tables, lines, isCut } = await make(createCaller(ctx), asked, {
      who: ctx.signedIn?.name ?? "",
      now: ctx.now,
    });
    const bytes = await writeWorkbook(tables);
    const t = await getTranslations("sheets.names");
    const name = `${tables.length > 1 ? t("figures") : tables[0]?.name} ${toWallClock(ctx.now).slice(0, 10)}.xlsx`;
    return new Response(new Uint8Array(bytes), {
      headers: {
        "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Content-Length": String(bytes.length),
        "Content-Disposition": disposition(name, false),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
        ...(lines === undefined ? {} : { "X-Sheet-Lines": String(lines) }),
        ...(isCut ? { "X-Sheet-Cut": "yes" } : {}),
      },
    });
  } catch (error) {
    return refusedAnswer(error, requestId);
  }
}

async function bodyOf(request: Request): Promise<unknown> {
  const body = await boundedBody(request, mostBytes);
  try {
    return body ? JSON.parse(new TextDecoder().decode(body)) : null;
  } catch {
    throw invalid("invalid");
  }
}
