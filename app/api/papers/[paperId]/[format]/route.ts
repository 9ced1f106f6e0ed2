import * as z from "zod";
import { notFound } from "@/server/kernel/problem";
import { readPaper } from "@/server/papers/read-paper";
import { withPerson } from "../../../files/refusal";
import { paperAnswer } from "../../../paper-answer";

const format = z.enum(["pdf", "docx"]);

/** Serves an official paper to whoever asked for it: PDF opens in the browser, Word is downloaded. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ paperId: string; format: string }> },
): Promise<Response> {
  const asked = await params;
  return withPerson(
    request,
    async (ctx) => {
      const wanted = format.safeParse(asked.format);
      if (!wanted.success || !z.uuid().safeParse(asked.paperId).success) throw notFound();
      return paperAnswer(await readPaper(ctx, asked.paperId, wanted.data));
    },
    "paper.read",
  );
}
