import * as z from "zod";
import { type LinkVisit, visitBy } from "../access/link-entry";
import { keyOf } from "../kernel/ids";
import { procedure } from "./init";
import { toTrpcError } from "./problems";
import { asToldByLink } from "./told-by-link";

/**
 * The entry for people without an account: no role, no policy action. A link's token, or the visit it opened, gives
 * access to one invitation and nothing else. Every invalid token gets the same refusal, and no refusal says anything of the
 * matter that its link does not show (`toldByLink`).
 */
const entry = procedure.meta({ entry: "link" }).use(async ({ ctx, next }) => {
  const result = await next();
  if (!result.ok) throw asToldByLink(toTrpcError(result.error, ctx.requestId));
  return result;
});

/** The link entry, with a token that may be anything at all. */
export const linkEntry = <S extends z.ZodType, T>(
  schema: S,
  answer: (input: z.output<S>, address: string | null, now: Date) => Promise<T>,
) => entry.input(schema).mutation(({ ctx, input }) => answer(input as z.output<S>, ctx.address ?? null, ctx.now));

const visit = z.string().max(200);

/** A read inside a visit, with what `schema` asks for besides. */
export const linkQuestion = <T, S extends z.ZodRawShape = Record<never, never>>(
  read: (visit: LinkVisit, input: z.output<z.ZodObject<S>>) => Promise<T>,
  schema: z.ZodObject<S> = z.strictObject({}) as z.ZodObject<S>,
) =>
  entry.input(z.strictObject({ visit, ...schema.shape })).query(async ({ ctx, input }) => {
    const { visit: id, ...asked } = input as { visit: string } & z.output<z.ZodObject<S>>;
    const by = await visitBy(id, ctx.now);
    const answer = await read(by, asked as unknown as z.output<z.ZodObject<S>>);
    return ctx.beside ? ctx.beside(by, answer) : answer;
  });

/** An answer inside a visit. Its key counts for this link alone: what the system writes down for a guest shares its keys with the jobs. */
export const linkAnswer = <S extends z.ZodType, T>(
  schema: S,
  answer: (visit: LinkVisit, key: string, input: z.output<S>) => Promise<T>,
) =>
  entry.input(z.strictObject({ visit, key: z.uuid(), input: schema })).mutation(async ({ ctx, input }) => {
    const { visit: id, key, input: body } = input as { visit: string; key: string; input: z.output<S> };
    const by = await visitBy(id, ctx.now);
    return answer(by, keyOf(key, by.linkId), body);
  });
