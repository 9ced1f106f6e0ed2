import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";

/** What a procedure answered a signed-in person: `data`, or the code and numbers of its refusal. */
export interface Answer<T> {
  status: number;
  data: T | null;
  code: string | null;
  params: Record<string, string | number>;
}

/** As the pages send it: a batch of one. */
async function post<T>(page: Page, procedure: string, body: unknown): Promise<Answer<T>> {
  const answer = await page.request.post(`/api/trpc/${procedure}?batch=1`, { data: { 0: body } });
  const [{ result, error }] = await answer.json();
  const problem = error?.data?.problem;
  return {
    status: answer.status(),
    data: error ? null : (result.data as T),
    code: problem?.code ?? null,
    params: problem?.params ?? {},
  };
}

/** A write past the screens, as whoever is signed in on this page. */
export const send = <T = unknown>(page: Page, procedure: string, input: unknown, key: string = randomUUID()) =>
  post<T>(page, procedure, { key, input });

/** A read past the screens. */
export const ask = <T = unknown>(page: Page, procedure: string, input: unknown = {}) => post<T>(page, procedure, input);

/** The data of an answer that must not be a refusal. */
export async function must<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { status, data, code } = await answer;
  expect({ status, code }).toEqual({ status: 200, code: null });
  return data as T;
}
