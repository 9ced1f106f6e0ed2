"use client";
import { type MutationFunction, useMutation, useQueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { v7 } from "uuid";
import type { AppRouter } from "@/server/api/root";
import { keptTextDone } from "./kept-text-done";

/** The problem, ready for `problems.<code>`; `reference` is the six letters to read out. */
export interface ShownProblem {
  code: string;
  params: Record<string, string | number>;
  fields: string[];
  reference: string;
}

const unreachable: ShownProblem = { code: "unreachable", params: {}, fields: [], reference: "" };

/** Converts any refusal of a procedure, for callers outside `useAct`. */
export function shownProblem(error: unknown): ShownProblem {
  if (!(error instanceof TRPCClientError)) return unreachable;
  const data = (error as TRPCClientError<AppRouter>).data;
  if (!data) return unreachable;
  return {
    code: data.problem.code,
    params: { ...data.problem.params },
    fields: data.problem.fields ?? [],
    reference: data.requestId,
  };
}

/** Whether the page may show what is not so any more: the act contradicts what is stored, or its object is gone. */
const isOutdated = (error: unknown): boolean =>
  error instanceof TRPCClientError &&
  ["CONFLICT", "NOT_FOUND"].includes((error as TRPCClientError<AppRouter>).data?.code ?? "");

interface MutationOptions<I, T> {
  mutationFn?: MutationFunction<T, { key: string; input: I }>;
}

/**
 * One act of a form or button: `run(input)` sends it with an idempotency key that stays the same
 * until it succeeded or the input changed, so that a retry is harmless; then the shown data is fetched again.
 * Usage: `const seal = useAct(trpc.agreements.seal.mutationOptions(), { onDone })`.
 */
export function useAct<I, T>(
  options: MutationOptions<I, T>,
  { onDone, refresh = true }: { onDone?: (result: T) => void; refresh?: boolean } = {},
) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const intention = useRef<{ key: string; body: string } | null>(null);
  const mutation = useMutation(options as Parameters<typeof useMutation<T, unknown, { key: string; input: I }>>[0]);

  async function run(input: I): Promise<T | null> {
    const body = JSON.stringify(input);
    if (intention.current?.body !== body) intention.current = { key: v7(), body };
    try {
      const result = await mutation.mutateAsync({ key: intention.current.key, input });
      intention.current = null;
      window.dispatchEvent(new Event(keptTextDone));
      if (refresh) {
        router.refresh();
        void queryClient.invalidateQueries();
      }
      onDone?.(result);
      return result;
    } catch (error) {
      // Somebody was faster, here or in another window: the page fetches what is stored now, and the form keeps what was typed.
      if (refresh && isOutdated(error)) {
        router.refresh();
        void queryClient.invalidateQueries();
      }
      return null;
    }
  }

  return {
    run,
    isBusy: mutation.isPending,
    problem: mutation.error ? shownProblem(mutation.error) : null,
    reset: mutation.reset,
  };
}
