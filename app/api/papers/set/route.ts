import * as z from "zod";
import { notFound } from "@/server/kernel/problem";
import { papersAtOnce } from "@/server/papers/choices";
import { readPaperSet } from "@/server/papers/read-paper";
import { withPerson } from "../../files/refusal";
import { paperAnswer } from "../../paper-answer";

const ids = z.array(z.uuid()).min(1).max(papersAtOnce);

/** Serves the papers of a step, each with all its copies, as one PDF: one print is the whole set. */
export async function GET(request: Request): Promise<Response> {
  return withPerson(
    request,
    async (ctx) => {
      const asked = ids.safeParse(new URL(request.url).searchParams.get("ids")?.split(","));
      if (!asked.success) throw notFound();
      return paperAnswer(await readPaperSet(ctx, asked.data));
    },
    "paper.read",
  );
}
