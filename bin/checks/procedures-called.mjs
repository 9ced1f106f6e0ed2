import { routedProcedures } from "./routed-procedures.mjs";
import { sourceFiles, textOf } from "./source-files.mjs";

/** Every procedure is called by a page, a widget or a route of the product: one that only tests call can go. */
export function proceduresCalled() {
  const product = sourceFiles(/^app\/.*(?<!\.test)\.tsx?$/)
    .map(textOf)
    .join("\n");
  const called = new Set(
    [...product.matchAll(/(?:\b(?:trpc|client|caller)|\))\s*\.\s*(\w+)\s*\.\s*(\w+)/g)].map(
      ([, at, name]) => `${at}.${name}`,
    ),
  );
  const procedures = routedProcedures();
  if (procedures.length === 0) throw new Error("no procedures found in the routers of server");
  const uncalled = procedures.filter((one) => !called.has(one.path));
  if (uncalled.length)
    throw new Error(uncalled.map((one) => `${one.path} is a procedure that nothing in app calls`).join("\n"));
  return `${procedures.length} procedures`;
}
