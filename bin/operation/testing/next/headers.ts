import { request } from "@/server/testing/request";

// Stands for next/headers wherever tests run (vitest.config.ts). A mock of one file would not reach modules that another file
// of the same process has loaded already.
export const headers = async () => request.headers;

export const cookies = async () => ({
  get: (name: string) => (request.cookies.has(name) ? { name, value: request.cookies.get(name) } : undefined),
});
