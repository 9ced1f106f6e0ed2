import * as z from "zod";
import { notFound } from "@/server/kernel/problem";
import { readStandard, readTemplate } from "@/server/papers/read-template";
import { hasTemplates } from "@/server/papers/templates/template-kinds";
import { withPerson } from "../../../files/refusal";
import { paperAnswer } from "../../../paper-answer";

/** A Word template to be edited, ours by the name of its paper or an office's own by its id; as `preview` filled with invented facts. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ template: string; form: string }> },
): Promise<Response> {
  const { template, form } = await params;
  return withPerson(
    request,
    async (ctx) => {
      if (form !== "template" && form !== "preview") throw notFound();
      const filled = form === "preview";
      if (hasTemplates(template)) return paperAnswer(await readStandard(ctx, template, filled));
      if (!z.uuid().safeParse(template).success) throw notFound();
      return paperAnswer(await readTemplate(ctx, template, filled));
    },
    "paperTemplate.read",
  );
}
