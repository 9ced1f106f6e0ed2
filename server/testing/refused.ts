import { Problem } from "../kernel/problem";
import { problemOf, toTrpcError } from "../trpc/problems";

/** The problem code an act is refused with; fails when it was not refused. */
export async function refusedWith(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    return error instanceof Problem ? error.code : problemOf(toTrpcError(error, "TEST")).code;
  }
  throw new Error("the act was not refused");
}
