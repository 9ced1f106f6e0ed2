import * as z from "zod";
import { readDeposit } from "@/server/deposits/reads/read-deposit";
import { notFound } from "@/server/kernel/problem";
import { withPerson } from "../../../files/refusal";
import { paperAnswer } from "../../../paper-answer";

const format = z.enum(["pdf", "docx"]);

/** Serves the list with which dossiers went to an archive to the head of the committee: PDF opens in the browser, Word is downloaded. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ depositId: string; format: string }> },
): Promise<Response> {
  const asked = await params;
  return withPerson(
    request,
    async (ctx) => {
      const wanted = format.safeParse(asked.format);
      if (!wanted.success || !z.uuid().safeParse(asked.depositId).success) throw notFound();
      return paperAnswer(await readDeposit(ctx, asked.depositId, wanted.data));
    },
    "deposit.read",
  );
}
