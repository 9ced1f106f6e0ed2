import * as z from "zod";
import { notFound } from "@/server/kernel/problem";
import { readSealedPaper } from "@/server/sealed-papers/queries";
import { withPerson } from "../../files/refusal";
import { paperAnswer } from "../../paper-answer";

/** Serves a sealed agreement, signed as it is, to whoever works on its matter; it opens in the browser. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ agreementId: string }> },
): Promise<Response> {
  const { agreementId } = await params;
  return withPerson(
    request,
    async (ctx) => {
      if (!z.uuid().safeParse(agreementId).success) throw notFound();
      return paperAnswer({ ...(await readSealedPaper(ctx, agreementId)), mime: "application/pdf" });
    },
    "paper.read",
  );
}
