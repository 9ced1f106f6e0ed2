import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { type Figure, type FigureKey, figures, type Span } from "@/server/statistics/reads/figures";
import english from "../_i18n/messages/en/statistics.json";
import chinese from "../_i18n/messages/zh-CN/statistics.json";

const span: Span = { from: sql`1`, to: sql`2`, asOf: sql`3`, relapseDays: 90 };
const dialect = new PgDialect();
const text = (...parts: (SQL | undefined)[]) =>
  dialect.sqlToQuery(
    sql.join(
      parts.filter((part) => part !== undefined),
      sql` and `,
    ),
  ).sql;

/** Each word that stands at a number of a station, with what the number counts. A rate's label is no number of matters. */
function* numbersIn(words: typeof chinese.figures): Generator<[word: string, counted: string]> {
  for (const key of Object.keys(figures) as FigureKey[]) {
    // Forces have a table of their own, whose words are about invitations.
    if (key.startsWith("force")) continue;
    const figure: Figure = figures[key];
    const all = `${figure.unit}: ${text(figure.all(span))}`;
    if (figure.those) {
      yield [words[key].numerator, `${figure.unit}: ${text(figure.all(span), figure.those(span))}`];
      yield [words[key].denominator, all];
    } else if (figure.median) yield [words[key].numerator, all];
    else yield [words[key].label, all];
  }
}

// Two numbers under one word in the same minute make people doubt both.
describe.each([
  ["Chinese", chinese.figures],
  ["English", english.figures as typeof chinese.figures],
])("the words of figures in %s", (_, words) => {
  it("stand for one number each", () => {
    const meanings = new Map<string, string>();
    for (const [word, counted] of numbersIn(words)) {
      expect(meanings.get(word) ?? counted, word).toBe(counted);
      meanings.set(word, counted);
    }
    expect(meanings.size).toBeGreaterThan(10);
  });
});
