import { describe, expect, it } from "vitest";
import { fenOfYuan, yuanOfFen } from "./fen";

describe("money between yuan and fen", () => {
  it("is exact both ways, also where floating point is not", () => {
    for (const fen of [1, 10, 99, 100, 105, 1_990, 1_999, 540_000, 540_050, 99_999_999_999])
      expect(fenOfYuan(yuanOfFen(fen))).toBe(fen);
    expect(fenOfYuan("19.99")).toBe(1_999);
    expect(fenOfYuan("0.07")).toBe(7);
    expect(yuanOfFen(33)).toBe("0.33");
  });

  it("knows what is no amount", () => {
    for (const text of ["", "1.", ".5", "1.234", "-3", "abc", "1,000"]) expect(fenOfYuan(text)).toBeNull();
  });
});
