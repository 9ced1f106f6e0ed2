import * as z from "zod";

/** A drawn signature: strokes of points [x, y] in the drawing field's pixels. */
export const strokesInput = z
  .array(z.array(z.tuple([z.number().min(-50).max(4000), z.number().min(-50).max(4000)])).max(2000))
  .max(80);
export type Strokes = z.output<typeof strokesInput>;

/** The name as it was drawn, of somebody who signs of their own will and has understood the paper. */
export const drawnSignature = z.strictObject({
  strokes: strokesInput,
  isVoluntary: z.literal(true),
  isUnderstood: z.literal(true),
});
export type DrawnSignature = z.output<typeof drawnSignature>;
