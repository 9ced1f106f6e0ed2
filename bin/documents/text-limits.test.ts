import { describe, expect, it } from "vitest";
import * as z from "zod";
import { sourceFiles, textOf } from "../checks/source-files.mjs";
import { limitsOf, textLimitsSources } from "./text-limits";

describe("the limits of texts that forms show", () => {
  it("are the most characters that inputs take, however a text may be left out", () => {
    const input = z.strictObject({
      plain: z.string().trim().max(60).min(1),
      optional: z.string().max(40).optional(),
      withDefault: z.string().max(20).nullable().default(null),
      endless: z.string(),
      number: z.int().max(12),
    });
    expect(limitsOf(input)).toEqual({ plain: 60, optional: 40, withDefault: 20 });
  });

  it("are written down as the inputs set them now", async () => {
    const sources = await textLimitsSources();
    expect(sourceFiles(/\.ts$/, "app/_ui/limits").sort()).toEqual(Object.keys(sources).sort());
    for (const [file, text] of Object.entries(sources)) expect(textOf(file), file).toBe(text);
  });

  it("are not written in a form a second time", () => {
    const forms = sourceFiles(/\.tsx$/, "app");
    const literal = forms.filter((file) => /maxLength=(\{\s*\d|")/.test(textOf(file)));
    expect(literal).toEqual([]);
    expect(forms.filter((file) => textOf(file).includes("Limits")).length).toBeGreaterThan(50);
  });
});
