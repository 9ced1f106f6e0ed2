import * as z from "zod";
import type { Action } from "@/server/access/policy";
import type { Context } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/problem";
import type { OpenedPaper, PaperFormat } from "@/server/papers/parts/opened-paper";
import { withPerson } from "./files/refusal";
import { paperAnswer } from "./paper-answer";

const asked = z.object({ id: z.uuid(), format: z.enum(["pdf", "docx"]) });

interface Reading {
  action: Action;
  read: (ctx: Context, id: string, format: PaperFormat) => Promise<OpenedPaper>;
}

/** Serves what the worker drew to whoever may read it: PDF opens in the browser, Word is downloaded. What is no id or format is not there. */
export const drawnPaper = (request: Request, named: { id: string; format: string }, { action, read }: Reading) =>
  withPerson(
    request,
    async (ctx) => {
      const { data } = asked.safeParse(named);
      if (!data) throw notFound();
      return paperAnswer(await read(ctx, data.id, data.format));
    },
    action,
  );
