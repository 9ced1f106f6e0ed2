import * as z from "zod";
import { isOwnUpload } from "@/app/api/trpc/[trpc]/same-origin";
import { queueOf } from "@/server/access/in-turn";
import { spend } from "@/server/access/limits";
import { invalid } from "@/server/kernel/problem";
import { addTemplate } from "@/server/papers/add-template";
import { templateBytes } from "@/server/papers/choices";
import { addTemplateInput } from "@/server/papers/inputs";
import { boundedBody } from "../bounded-body";
import { busy } from "../busy";
import { withPerson } from "../files/refusal";

/** Few people send templates; each is taken apart in memory. */
const inTurn = queueOf({ atOnce: 2, most: 40, busy });
const fieldBytes = 16 * 1024;

/** Takes a Word template as multipart/form-data: key, kind, validFrom, file. Answers `{ templateId }`. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnUpload(request)) return new Response(null, { status: 403 });
  return withPerson(
    request,
    async (ctx) => {
      await spend("fileUpload", ctx.actor.personId);
      return inTurn(async () => {
        const body = await boundedBody(request, templateBytes + fieldBytes, 20 * templateBytes);
        if (!body) throw invalid("templateTooLarge");
        const headers = { "content-type": request.headers.get("content-type") ?? "" };
        const form = await new Response(body, { headers }).formData().catch(() => null);
        const file = form?.get("file");
        if (!form || !(file instanceof File) || file.size === 0) throw invalid("fileMissing");
        const said = z.object({ key: z.uuid(), input: addTemplateInput }).safeParse({
          key: form.get("key"),
          input: { kind: form.get("kind"), validFrom: form.get("validFrom"), name: file.name },
        });
        if (!said.success) throw invalid("invalid");
        const bytes = Buffer.from(await file.arrayBuffer());
        return Response.json(await addTemplate({ ...ctx, key: said.data.key }, said.data.input, bytes));
      });
    },
    "paperTemplate.add",
  );
}
